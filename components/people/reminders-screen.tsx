import { Button, LinkButton } from "#components/ui/button";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { paths } from "#lib/platform/paths";

/** Name of the field by which our button is told from the click of a mailbox (RFC 8058). */
export const FROM_THE_PAGE = "depuis";

const ON = {
  title: "Ne plus recevoir de rappels\u202F?",
  lead: "Votre place reste à vous. Vous ne recevrez plus ni rappel ni message de l’équipe avant les séances\u202F; un message vous préviendra toujours si l’une d’elles change.",
};
const OFF = {
  title: "Vous ne recevrez plus de rappels",
  lead: "C’est enregistré. Votre place reste à vous, et un message vous préviendra toujours si une séance change.",
};

/** Refuses the reminders in one press; the address is the one that mailboxes post to by themselves. */
export function RemindersScreen({ token, on }: { token: string; on: boolean }) {
  return (
    <>
      <PageHeader {...(on ? ON : OFF)} />
      <Container>
        <div className="flex max-w-3xl flex-wrap gap-3 py-8 sm:py-10">
          {on && (
            <form method="post" action={paths.remindersOff(token)}>
              <input type="hidden" name={FROM_THE_PAGE} value="page" />
              <Button>Ne plus recevoir de rappels</Button>
            </form>
          )}
          <LinkButton href={paths.registration(token)} look="secondary">
            Voir mes inscriptions
          </LinkButton>
        </div>
      </Container>
    </>
  );
}
