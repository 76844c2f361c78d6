import { Panel } from "#components/back-office/screen";
import { LinkButton } from "#components/ui/button";
import { formatHours } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

type DayRow = { id: string; title: string; startsAt: Date; durationMinutes: number };

/** The sessions whose day it is, for whoever runs them; nothing at all on other days. */
export function Today({ webinars }: { webinars: readonly DayRow[] }) {
  if (!webinars.length) return null;
  return (
    <Panel title="Aujourd’hui">
      <ul className="grid gap-4">
        {webinars.map(({ id, title, startsAt, durationMinutes }) => (
          <li key={id}>
            <p className="font-semibold">{french(title)}</p>
            <p className="mb-3">{formatHours(startsAt, durationMinutes)}</p>
            <LinkButton href={paths.adminWebinar(id, "direct")}>Ouvrir l’écran du direct</LinkButton>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
