import { Disclosure } from "#components/back-office/disclosure";
import { Panel } from "#components/back-office/screen";
import { filterWords } from "#lib/announcements/labels";
import type { SentAnnouncement } from "#lib/announcements/schema";
import { formatTimestamp } from "#lib/platform/dates";
import { counted, french } from "#lib/platform/text";

/** What became of the messages of an announcement: nothing is said of what did not happen. */
function deliveryWords({ queued, sent, failed, dropped }: SentAnnouncement["deliveries"]): string {
  return [
    sent > 0 && counted(sent, "message envoyé", "messages envoyés"),
    queued > 0 && counted(queued, "en attente", "en attente"),
    failed > 0 && counted(failed, "refusé", "refusés"),
    dropped > 0 && counted(dropped, "devenu inutile", "devenus inutiles"),
  ]
    .filter(Boolean)
    .join(", ");
}

/** What the team wrote to the registrants of a session, newest first. */
export function AnnouncementHistory({ announcements }: { announcements: readonly SentAnnouncement[] }) {
  return (
    <Panel title="Messages de l’équipe">
      {announcements.length === 0 ? (
        <p>Vous n’avez pas encore écrit aux inscrits de cette séance.</p>
      ) : (
        <ul className="grid gap-6">
          {announcements.map(({ id, subject, body, filter, recipients, sentAt, deliveries }) => (
            <li key={id} className="grid gap-1">
              <p className="break-words font-semibold">{french(subject)}</p>
              <p className="text-muted">
                Le {formatTimestamp(sentAt)}, à {counted(recipients, "personne", "personnes")}.{" "}
                {filterWords(filter).join("\u202F; ")}.
              </p>
              <p>{deliveryWords(deliveries)}</p>
              <Disclosure summary="Relire le message">
                <div className="whitespace-pre-wrap break-words">{french(body)}</div>
              </Disclosure>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
