import { PersonLine } from "#components/back-office/roster/people/list";
import { Panel } from "#components/back-office/screen";
import { paths } from "#lib/platform/paths";
import type { ListedPerson } from "#lib/roster/people/schema";

/** @param full whether others may answer too */
export function PeopleFound({
  people,
  q,
  full,
  at,
}: {
  people: readonly ListedPerson[];
  q: string;
  full: boolean;
  at: Date;
}) {
  return (
    <Panel title="Personnes">
      <ul>
        {people.map((person) => (
          <PersonLine key={person.id} person={person} at={at} />
        ))}
      </ul>
      {full && (
        <a href={paths.adminList("personnes", { q })} className="inline-flex min-h-11 items-center font-semibold">
          Toutes les personnes qui répondent
        </a>
      )}
    </Panel>
  );
}
