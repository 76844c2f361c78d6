import { CopiedAddress } from "#components/back-office/webinars/copied-address";
import { DayLink } from "#components/back-office/webinars/day-link";
import { Tag } from "#components/ui/tag";
import { formatHours, formatShortDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { type Publication, publicationState } from "#lib/publication/rules";
import { LINK_ONLY, webinarStateLabels } from "#lib/webinars/labels";
import { webinarState } from "#lib/webinars/rules";
import type { WebinarTerms } from "#lib/webinars/schema";

type Props = {
  webinar: WebinarTerms & Publication & { id: string; linkOnly: boolean };
  /** Of its public page. */
  address: string;
  /** Whether the screen of its host is of use. */
  isItsDay: boolean;
  at: Date;
};

/** What a session that no list shows needs: its address, to be handed over. */
function LinkOnly({ webinar, address, at }: Omit<Props, "isItsDay">) {
  if (publicationState(webinar, at) !== "published")
    return <p className="mb-2 text-muted">Elle aura une adresse à transmettre une fois publiée.</p>;
  return (
    <div className="mb-4">
      <CopiedAddress id={`link-${webinar.id}`} address={address} of="la séance" />
    </div>
  );
}

/** Where a session stands, whatever its tab shows. */
export function WebinarMoment({ webinar, address, isItsDay, at }: Props) {
  const { startsAt, durationMinutes, cancelled } = webinar;
  return (
    <>
      <p className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-1">
        {cancelled ? (
          <Tag look="doubt">Séance annulée</Tag>
        ) : (
          <Tag>{webinarStateLabels[webinarState(webinar, at)]}</Tag>
        )}
        {webinar.linkOnly && <Tag look="doubt">{LINK_ONLY}</Tag>}
        <span className="text-muted">
          {formatShortDay(startsAt)}, {formatHours(startsAt, durationMinutes)}
        </span>
        {isItsDay && <DayLink href={paths.adminWebinar(webinar.id, "direct")} />}
      </p>
      {webinar.linkOnly && <LinkOnly webinar={webinar} address={address} at={at} />}
    </>
  );
}
