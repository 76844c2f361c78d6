import { Screen } from "#components/back-office/screen";
import { Notice } from "#components/ui/notice";
import { formatDay, formatHours } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, isolated } from "#lib/platform/text";

type Props = {
  webinar: { id: string; title: string; startsAt: Date; durationMinutes: number; cancelled: boolean };
  people: readonly { id: string; firstName: string; lastName: string; organisation: string | null }[];
};

/** For those who come without a seat. */
const BLANK_LINES = 8;
const HEADINGS = ["Nom", "Prénom", "Organisation", "Signature"];
const cell = "h-11 border border-line px-2 py-1 text-left align-middle";

/** Who is expected at a session, one a line, to be printed and signed: the headings come back on each page. */
export function SignInSheet({ webinar, people }: Props) {
  const { id, title, startsAt, durationMinutes, cancelled } = webinar;
  const lines = [...people, ...Array.from({ length: BLANK_LINES }, () => null)];
  return (
    <Screen
      title={`Feuille d’émargement\u00A0: ${title}`}
      parent={{ label: "Présence", href: paths.adminWebinar(id, "presence") }}
    >
      <p className="first-letter:uppercase">
        {formatDay(startsAt)}, {formatHours(startsAt, durationMinutes)}.{" "}
        {counted(people.length, "personne attendue", "personnes attendues")}.
      </p>
      {cancelled && <Notice look="warning" title="Cette séance est annulée." />}
      <p className="max-w-prose text-muted print:hidden">
        Imprimez cette page depuis le navigateur, sur A4{"\u00A0"}: les titres des colonnes reviennent en haut de chaque
        feuille, et des lignes restent libres à la fin. Elle porte des noms{"\u00A0"}: détruisez-la une fois les
        présences relevées.
      </p>
      <section aria-label="Feuille d’émargement" tabIndex={0} className="overflow-x-auto print:overflow-visible">
        <table className="wrap-break-word w-full min-w-[36rem] border-collapse bg-surface print:min-w-0">
          <thead>
            <tr>
              {HEADINGS.map((heading) => (
                <th key={heading} scope="col" className={`${cell} last:w-2/5`}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((person, index) => (
              <tr key={person?.id ?? `libre-${index}`} className="break-inside-avoid">
                {[person?.lastName, person?.firstName, person?.organisation, null].map((words, place) => (
                  <td key={HEADINGS[place]} className={cell}>
                    {words && isolated(words)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Screen>
  );
}
