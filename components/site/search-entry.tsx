import { Fragment, type ReactNode } from "react";
import { Card } from "#components/ui/card";
import { cardOf } from "#lib/nouns/cards";
import { formatDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { excerpt, french } from "#lib/platform/text";
import type { PageSaying } from "#lib/resources/passages/schema";
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
function Answer({ entry, passage = [] }: { entry: FoundEntry; passage?: readonly Piece[] | undefined }) {
  const { noun, lead, text, extract } = entry;
  const isSaid = passage.length === 0 || extract.some(({ marked }) => marked);
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
      <Extract pieces={isSaid ? extract : passage} />
    </p>
  );
}

/** Where the replay of a session, or a file of a resource, says what was asked. */
export type Said = {
  words: string;
  moments: ReadonlyMap<string, Moment>;
  pages: ReadonlyMap<string, PageSaying>;
};

const replayAt = (slug: string, { second, playable }: Moment, chercher: string) =>
  playable ? paths.webinarReplay(slug, { t: second, chercher }) : paths.webinarTranscript(slug, { chercher });

function SaidThere({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p className="relative z-10">
      <a href={href} rel="nofollow" className="inline-flex min-h-11 items-center">
        {children}
      </a>
    </p>
  );
}

export function SearchEntry({ entry, said }: { entry: FoundEntry; said: Said }) {
  const { noun, slug } = entry;
  const moment = noun === "webinar" ? said.moments.get(slug) : undefined;
  const page = noun === "resource" ? said.pages.get(slug) : undefined;
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
      <Answer entry={entry} passage={(moment ?? page)?.extract} />
      {moment && (
        <SaidThere href={replayAt(slug, moment, said.words)}>
          Dit à {momentWords(moment.second)} dans l’enregistrement
        </SaidThere>
      )}
      {page && <SaidThere href={page.href}>{`Trouvé page ${page.number}`}</SaidThere>}
    </Card>
  );
}
