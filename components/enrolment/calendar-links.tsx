import { LinkButton } from "#components/ui/button";
import { OutgoingLink } from "#components/ui/outgoing-link";

/** The ways to write a session in one's calendar. `file` is the address of the .ics file; the others open another site. */
export type CalendarAddresses = { file: string; others: readonly { label: string; href: string }[] };

/** Adds a session to a calendar: by a file that all of them read, or on the web. */
export function CalendarLinks({ file, others }: CalendarAddresses) {
  return (
    <div className="grid gap-3">
      <div>
        <LinkButton href={file} look="secondary">
          Ajouter à mon agenda (.ics)
        </LinkButton>
      </div>
      <ul>
        {others.map(({ label, href }) => (
          <li key={href} className="flex min-h-11 items-center">
            <OutgoingLink href={href}>{label}</OutgoingLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
