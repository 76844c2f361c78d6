import { type Paragraph, taggedPdf } from "#lib/pdf/tagged";
import { endsAt, formatDay, formatHour, formatShortDay } from "#lib/platform/dates";
import { SITE_NAME } from "#lib/platform/site-name";
import { counted, french, quoted } from "#lib/platform/text";

export type CertificateWords = {
  firstName: string;
  lastName: string;
  /** How long the person was there, in minutes, when it is known. */
  presentMinutes: number | null;
  code: string;
  webinar: { title: string; startsAt: Date; durationMinutes: number };
};

const TITLE = "Attestation de participation";

/** The size of a text, in points: smaller when it is long, so that everything stands on one page. */
const sizeOf = (text: string, size: number, usual: number) => (text.length > usual ? size * 0.6 : size);

function paragraphs(words: CertificateWords, checkUrl: string, at: Date): Paragraph[] {
  const { firstName, lastName, presentMinutes, code, webinar } = words;
  const { startsAt, durationMinutes } = webinar;
  const name = `${firstName} ${lastName}`;
  const title = quoted(french(webinar.title));
  const hours = `${formatHour(startsAt)} à ${formatHour(endsAt(webinar))}, heure de Paris (${counted(durationMinutes, "minute", "minutes")})`;
  return [
    { tag: "P", text: SITE_NAME, size: 15, colour: "brand", above: 12 },
    { tag: "H1", text: TITLE, size: 32, above: 44 },
    { tag: "P", text: name, size: sizeOf(name, 24, 60), colour: "brand", above: 28 },
    { tag: "P", text: "a participé, en ligne, au webinaire", size: 13, colour: "muted", above: 8 },
    { tag: "P", text: title, size: sizeOf(title, 18, 120), above: 12 },
    { tag: "P", text: `Le ${formatDay(startsAt)}`, size: 13, above: 18 },
    { tag: "P", text: `De ${hours}`, size: 13 },
    ...(presentMinutes === null
      ? []
      : [
          {
            tag: "P" as const,
            text: `Présence relevée\u00A0: ${counted(presentMinutes, "minute", "minutes")}`,
            size: 13,
          },
        ]),
    {
      tag: "P",
      text: `Établie le ${formatShortDay(at)} par le portail ${quoted(SITE_NAME)}, d’après la présence relevée à cette séance.`,
      size: 12,
      colour: "muted",
      above: 44,
    },
    { tag: "H2", text: "Vérifier cette attestation", size: 15, above: 28 },
    { tag: "P", text: `Code\u00A0: ${code}`, size: 18, colour: "brand", above: 8 },
    { tag: "P", text: checkUrl, size: 11, href: checkUrl, above: 6 },
  ];
}

/** Signed by nobody: its code is what proves it. */
export const certificatePdf = (words: CertificateWords, checkUrl: string, at: Date): Promise<Uint8Array<ArrayBuffer>> =>
  taggedPdf(
    {
      title: `${TITLE}\u00A0: ${french(words.webinar.title)}`,
      author: SITE_NAME,
      paragraphs: paragraphs(words, checkUrl, at),
    },
    at,
  );
