import { NameSearch } from "#components/back-office/roster/filters";
import { SeatTag } from "#components/back-office/roster/people/seat-tag";
import { Panel } from "#components/back-office/screen";
import { ActionButton } from "#components/forms/action-button";
import { IfMayAct } from "#components/forms/may-act";
import { Button } from "#components/ui/button";
import { Tag } from "#components/ui/tag";
import type { DayQuery } from "#lib/attendance/day/schema";
import type { FormAction } from "#lib/forms/state";
import { formatHour } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted } from "#lib/platform/text";
import type { Registrant } from "#lib/roster/schema";
import { isLive } from "#lib/seats/rules";

/** People who are found by a few letters, no more than a phone shows. */
const SHOWN = 10;

type Props = {
  webinarId: string;
  query: DayQuery;
  found: { items: readonly Registrant[]; total: number } | null;
  hrefs: { search: string; back: string };
  values: Readonly<Record<string, string>>;
  action: FormAction;
};

function Person({
  webinarId,
  person,
  values,
  action,
}: Omit<Props, "found" | "query" | "hrefs"> & { person: Registrant }) {
  const { id, firstName, lastName, email, organisation, status, presentAt, anonymisedAt, mailId } = person;
  if (anonymisedAt) return null;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-2 border-line border-t py-4 first:border-t-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <bdi className="font-semibold">{`${firstName} ${lastName}`}</bdi> <SeatTag seat={person} />
        {presentAt && <Tag>Entrée à {formatHour(presentAt)}</Tag>}
        {mailId && <Tag look="doubt">Dernier message refusé</Tag>}
      </p>
      <p>{[email, organisation].filter(Boolean).join(" · ")}</p>
      {isLive(status) && (
        <ActionButton action={action} values={{ ...values, id }} label="Renvoyer son lien" look="secondary" />
      )}
      <IfMayAct>
        <a
          href={`${paths.adminWebinar(webinarId, "inscrits", { q: email, corriger: id })}#${id}`}
          className="inline-flex min-h-11 items-center"
        >
          Corriger son adresse
        </a>
      </IfMayAct>
    </li>
  );
}

function Found({ query, found, ...acting }: Omit<Props, "hrefs">) {
  if (!found) return null;
  const { items, total } = found;
  return (
    <>
      <p className="mt-4 text-muted" role="status">
        {total > SHOWN
          ? `${counted(total, "personne", "personnes")}, dont voici les ${SHOWN} premières\u00A0: ajoutez des lettres.`
          : total > 0
            ? `${counted(total, "personne", "personnes")}.`
            : "Personne n’est inscrit sous ces lettres."}
      </p>
      <ul>
        {items.slice(0, SHOWN).map((person) => (
          <Person key={person.id} person={person} {...acting} />
        ))}
      </ul>
      {total === 0 && (
        <IfMayAct>
          <a
            href={paths.adminEdit("webinaires", `${acting.webinarId}/inscrits/ajouter`)}
            className="inline-flex min-h-11 items-center"
          >
            Ajouter cette personne
          </a>
        </IfMayAct>
      )}
    </>
  );
}

/** Somebody says that their link is lost: a few letters, and one press. */
export function DaySearch({ hrefs, ...props }: Props) {
  const { webinarId, query } = props;
  return (
    <Panel title="Quelqu’un n’a pas son lien" id="personne">
      {query.saisie === "personne" || query.q ? (
        <>
          <search>
            <form action={paths.adminWebinar(webinarId, "direct")} className="flex flex-wrap items-end gap-4">
              {query.arret && <input type="hidden" name="arret" value={query.arret} />}
              <input type="hidden" name="saisie" value="personne" />
              <NameSearch q={query.q} />
              <Button look="secondary">Chercher</Button>
              <a href={hrefs.back} className="inline-flex min-h-11 items-center">
                Fermer
              </a>
            </form>
          </search>
          <Found {...props} />
        </>
      ) : (
        <a href={hrefs.search} className="inline-flex min-h-11 items-center font-semibold">
          Chercher un inscrit et lui renvoyer son lien
        </a>
      )}
    </Panel>
  );
}
