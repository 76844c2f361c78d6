import { deliveryWords } from "#components/back-office/mail/state";
import { Panel } from "#components/back-office/screen";
import { Fold } from "#components/ui/fold";
import { filterWords } from "#lib/announcements/labels";
import type { SentAnnouncement } from "#lib/announcements/schema";
import { formatTimestamp } from "#lib/platform/dates";
import { counted, french } from "#lib/platform/text";

/** What became of the messages of an announcement, those included that were erased with their readers. */
function fateOf({ recipients, deliveries }: SentAnnouncement): string {
  const traced = Object.values(deliveries).reduce((sum, count) => sum + count, 0);
  const erased = recipients > traced && `${counted(recipients - traced, "effacé", "effacés")} avec les inscrits`;
  return [deliveryWords(deliveries), erased].filter(Boolean).join(", ");
}

export function AnnouncementHistory({ announcements }: { announcements: readonly SentAnnouncement[] }) {
  return (
    <Panel title="Messages de l’équipe">
      {announcements.length === 0 ? (
        <p>Vous n’avez pas encore écrit aux inscrits de cette séance.</p>
      ) : (
        <ul className="grid gap-6">
          {announcements.map((one) => (
            <li key={one.id} className="grid gap-1">
              <p className="wrap-anywhere font-semibold">{french(one.subject)}</p>
              <p className="text-muted">
                Le {formatTimestamp(one.sentAt)}, à {counted(one.recipients, "personne", "personnes")}.{" "}
                {filterWords(one.filter).join("\u202F; ")}.
              </p>
              <p className="first-letter:uppercase">{fateOf(one)}</p>
              <Fold look="inset" summary="Relire le message">
                <div className="whitespace-pre-wrap wrap-anywhere">{french(one.body)}</div>
              </Fold>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
