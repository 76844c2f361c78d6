import { NeedPictogram } from "#components/needs/need-pictogram";
import { Card } from "#components/ui/card";
import { WebinarTags } from "#components/webinars/webinar-tags";
import { WebinarTime } from "#components/webinars/webinar-time";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import type { WebinarSummary } from "#lib/webinars/schema";

type Props = { webinar: WebinarSummary; at: Date; detailed?: boolean };

export function WebinarCard({ webinar, at, detailed = false }: Props) {
  return (
    <Card element="li">
      <p className="flex items-start justify-between gap-4 font-semibold text-muted text-sm *:first-letter:uppercase">
        <WebinarTime webinar={webinar} />
        {webinar.need && <NeedPictogram position={webinar.need.position} />}
      </p>
      <h3 className="text-xl">
        <a
          href={paths.webinar(webinar.slug)}
          className="text-ink no-underline after:absolute after:inset-0 hover:underline"
        >
          {french(webinar.title)}
        </a>
      </h3>
      {detailed && <p>{french(webinar.summary)}</p>}
      <WebinarTags webinar={webinar} at={at} last />
    </Card>
  );
}
