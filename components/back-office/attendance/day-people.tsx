import type { ReactNode } from "react";
import { SeatTag } from "#components/back-office/roster/people/seat-tag";
import { Panel } from "#components/back-office/screen";
import type { Day, DayPerson } from "#lib/attendance/day/schema";
import { attendanceSourceLabels } from "#lib/attendance/labels";
import { formatHour } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";

/** A phone holds no more; the tabs of the session have everybody. */
const SHOWN = 300;

function EnteredWords({ person: { presentAt, attendanceSource } }: { person: DayPerson }) {
  if (!presentAt) return null;
  if (attendanceSource && attendanceSource !== "join")
    return <span className="text-muted text-sm">{attendanceSourceLabels[attendanceSource]}</span>;
  return (
    <time dateTime={presentAt.toISOString()} className="font-semibold tabular-nums">
      {formatHour(presentAt)}
    </time>
  );
}

function People({ title, people, more, nobody, children }: ListProps) {
  return (
    <section>
      <h3 className="mb-1 text-lg">
        {title} ({people.length})
      </h3>
      {people.length === 0 && <p className="text-muted">{nobody}</p>}
      <ul>
        {people.slice(0, SHOWN).map((person) => (
          <li
            key={person.id}
            className="flex flex-wrap items-baseline gap-x-3 border-line border-t py-2 first:border-t-0"
          >
            <bdi className="font-semibold">{`${person.firstName} ${person.lastName}`}</bdi>{" "}
            {person.organisation && <bdi className="text-muted">{french(person.organisation)}</bdi>}{" "}
            {children?.(person)}
          </li>
        ))}
      </ul>
      {people.length > SHOWN && (
        <a href={more} className="inline-flex min-h-11 items-center">
          Voir les {counted(people.length - SHOWN, "autre", "autres")}
        </a>
      )}
    </section>
  );
}

type ListProps = {
  title: string;
  people: readonly DayPerson[];
  /** Where everybody is. */
  more: string;
  nobody: string;
  children?: (person: DayPerson) => ReactNode;
};

/** Who is in, who is awaited, who waits for a seat. */
export function DayPeople({ webinarId, day: { entered, expected, waiting } }: { webinarId: string; day: Day }) {
  const all = paths.adminWebinar(webinarId, "presence");
  return (
    <Panel title="Qui est là" id="presents">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <People title="Entrées" people={entered} more={all} nobody="Personne n’est encore entré.">
          {(person) => <EnteredWords person={person} />}
        </People>
        <People title="Attendues" people={expected} more={all} nobody="Plus personne n’est attendu." />
        {waiting.length > 0 && (
          <People title="Sans place" people={waiting} more={paths.adminWebinar(webinarId, "inscrits")} nobody="">
            {(person) => <SeatTag seat={person} />}
          </People>
        )}
      </div>
    </Panel>
  );
}
