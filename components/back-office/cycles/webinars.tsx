import { StateTag } from "#components/back-office/state-tag";
import { Tag } from "#components/ui/tag";
import type { CycleWebinar } from "#lib/cycles/schema";
import { formatDay, formatHours } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

type WebinarRow = CycleWebinar & {
  flags: readonly string[];
};

function Line({ webinar, at }: { webinar: WebinarRow; at: Date }) {
  const { id, title, startsAt, durationMinutes, cancelledAt, flags, written } = webinar;
  return (
    <li className="grid gap-x-6 border-line border-t py-3 first:border-t-0 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="first-letter:uppercase">
          {formatDay(startsAt)}, {formatHours(startsAt, durationMinutes)}
        </p>
        <a href={paths.adminEdit("webinaires", id)} className="inline-flex min-h-11 items-center font-semibold">
          {french(title)}
        </a>
        {flags.length > 0 && <p className="text-muted text-sm first-letter:uppercase">{flags.join("\u202F; ")}</p>}
      </div>
      <p className="flex flex-wrap content-start gap-2 pt-1 md:justify-end">
        <StateTag row={webinar} at={at} />
        {cancelledAt && <Tag look="doubt">Annulée</Tag>}
        {!written && <Tag look="doubt">Textes à écrire</Tag>}
      </p>
    </li>
  );
}

export function CycleWebinars({ webinars, at }: { webinars: readonly WebinarRow[]; at: Date }) {
  return (
    <ol>
      {webinars.map((webinar) => (
        <Line key={webinar.id} webinar={webinar} at={at} />
      ))}
    </ol>
  );
}
