import { Fold } from "#components/ui/fold";
import { OutgoingLink } from "#components/ui/outgoing-link";

/** The ways to write a session in one's calendar. `file` is the address of the .ics file; the others open another site. */
export type CalendarAddresses = { file: string; others: readonly { label: string; href: string }[] };

/** Adds a session to a calendar that is on the web: the file, which all of them read, stands on the ticket. */
export function CalendarLinks({ others }: CalendarAddresses) {
  return (
    <Fold look="line" summary="L’ajouter à un agenda en ligne">
      <ul>
        {others.map(({ label, href }) => (
          <li key={href} className="flex min-h-11 items-center">
            <OutgoingLink href={href}>{label}</OutgoingLink>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
