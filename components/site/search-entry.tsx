import { Fragment } from "react";
import { Card } from "#components/ui/card";
import { cardOf } from "#lib/nouns/cards";
import { formatDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { excerpt, french } from "#lib/platform/text";
import type { FoundEntry, Piece } from "#lib/search/schema";
import type { Moment } from "#lib/webinars/schema";
import { momentWords } from "#lib/webinars/transcript/rules";

const LEAD_LENGTH = 320;

const natures: Partial<Record<FoundEntry["noun"], string>> = { term: "Définition", figure: "Chiffre" };

/** Whether it can be read, for what may be elsewhere or nowhere. */
const openings: Partial<Record<FoundEntry["noun"], readonly [open: string, closed: string]>> = {
  resource: ["à lire en ligne", "notice seule"],
  centre: ["adresse connue", "adresse à retrouver"],
};

function nature({ noun, opens, startsAt, year }: FoundEntry): string {
  const [open, closed] = openings[noun] ?? [];
  return [
    natures[noun] ?? cardOf(noun).singular,
    startsAt && formatDay(startsAt),
    year && String(year),
    opens ? open : closed,
  ]
    .filter(Boolean)
    .join(" · ");
}

function Extract({ pieces }: { pieces: readonly Piece[] }) {
  let at = 0;
  return pieces.map(({ text, marked }) => {
    at += text.length;
    return marked ? <mark key={at}>{french(text)}</mark> : <Fragment key={at}>{french(text)}</Fragment>;
  });
}

/** A definition and a figure are told whole, with where they come from; of the rest, where it says what was asked. */
function Answer({ entry }: { entry: FoundEntry }) {
  const { noun, lead, text, extract } = entry;
  if (noun === "term")
    return (
      <>
        <p>{french(excerpt(lead.replace(/[*_[\]`]|\]\([^)]*\)/g, ""), LEAD_LENGTH))}</p>
        <p className="text-muted text-sm">{french(`Source : ${text}`)}</p>
      </>
    );
  if (noun === "figure") return <p>{french(lead.split("\n").filter(Boolean).join(" · "))}</p>;
  return (
    <p>
      <Extract pieces={extract} />
    </p>
  );
}

/** Where a replay says what was asked. */
export type Said = { words: string; moments: ReadonlyMap<string, Moment> };

function SaidAt({ slug, said: { words, moments } }: { slug: string; said: Said }) {
  const moment = moments.get(slug);
  if (!moment) return null;
  const { second, playable } = moment;
  const href = playable
    ? paths.webinarReplay(slug, { t: second, chercher: words })
    : paths.webinarTranscript(slug, { chercher: words });
  return (
    <p className="relative z-10">
      <a href={href} rel="nofollow" className="inline-flex min-h-11 items-center">
        Dit à {momentWords(second)} dans l’enregistrement
      </a>
    </p>
  );
}

export function SearchEntry({ entry, said }: { entry: FoundEntry; said: Said }) {
  return (
    <Card element="li">
      <p className="font-semibold text-muted text-sm">{french(nature(entry))}</p>
      <h3 className="text-xl">
        <a
          href={cardOf(entry.noun).path(entry.slug)}
          className="text-ink no-underline after:absolute after:inset-0 hover:underline"
        >
          {french(entry.title)}
        </a>
      </h3>
      <Answer entry={entry} />
      {entry.noun === "webinar" && <SaidAt slug={entry.slug} said={said} />}
    </Card>
  );
}
