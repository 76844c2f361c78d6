import { DoneSentence, doneWords } from "#components/enrolment/done-sentence";
import { type HeldCounts, type PersonActions, PersonSections } from "#components/enrolment/person-sections";
import { type ListedSeat, SeatList } from "#components/enrolment/seat-list";
import { type SeatActions, SeatPanel } from "#components/enrolment/seat-panel";
import { seatWords } from "#components/enrolment/seat-words";
import { ActionButton } from "#components/forms/action-button";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { seatPhase } from "#lib/enrolment/page/rules";
import type { RegistrationsView, SeatView } from "#lib/enrolment/page/schema";
import type { FormAction } from "#lib/forms/state";
import { formatDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";

type Props = {
  view: Pick<RegistrationsView, "person" | "subscriptions" | "followable">;
  seats: readonly ListedSeat[];
  /** Slug of the only session to show, when the reader chose one. */
  chosen: string | undefined;
  /** What is held about the person; null on a screen link. */
  held: HeldCounts | null;
  token: string;
  actions: SeatActions & PersonActions & { sendLinks: FormAction };
  done: string | undefined;
  at: Date;
};

/** The seat that the page is about: the only one, or the one that the reader chose. */
const theOne = <S extends Pick<ListedSeat, "seat">>(seats: readonly S[], chosen: string | undefined): S | undefined =>
  seats.length === 1 ? seats[0] : seats.find(({ seat }) => seat.webinar.slug === chosen);

const ALL = {
  screen: {
    title: "Vos inscriptions sont enregistrées",
    lead: "Un message de confirmation part vers l’adresse indiquée. Il contient votre lien personnel et un fichier d’agenda pour toutes ces séances.",
  },
  mailbox: {
    title: "Vos inscriptions",
    lead: "Tout ce qui est inscrit sous votre adresse, et ce que vous pouvez en faire.",
  },
};

/** Title and first sentence of the page. @param one the seat that it is about, if it is about one */
const pageWords = (one: SeatView | undefined, onScreen: boolean, at: Date) =>
  one ? seatWords(one, onScreen, at) : ALL[onScreen ? "screen" : "mailbox"];

/** The name of the page for tabs and screen readers: what was just done, else where things stand. */
export const personalTitle = (
  { person, seats }: Pick<RegistrationsView, "person" | "seats">,
  { chosen, done, at }: Pick<Props, "chosen" | "done" | "at">,
): string => {
  const listed = seats.map((seat) => ({ seat }));
  return (doneWords(done) ?? pageWords(theOne(listed, chosen)?.seat, person === null, at)).title;
};

const isAwaited = (seat: SeatView, at: Date) => ["coming", "waiting", "offered"].includes(seatPhase(seat, at));

/** What this page does not show to whoever typed an address: its owner receives a link that does. */
function More({ action, token, awaited }: { action: FormAction; token: string; awaited: boolean }) {
  return (
    <Section
      title="Modifier vos informations, vos rappels, vos données"
      lead="Pour être sûrs que c’est bien vous, nous vous envoyons un lien à l’adresse de l’inscription."
    >
      <ActionButton action={action} values={{ token }} label="Recevoir mes liens par courriel" look="secondary" />
      {awaited && (
        <p className="mt-4 text-muted">
          Toujours rien dans votre messagerie{"\u202F"}? Si l’adresse était mal écrite, inscrivez-vous de nouveau avec
          la bonne, puis annulez l’inscription de cette page.
        </p>
      )}
    </Section>
  );
}

/** The personal page: what was registered, and what can be done of it. On a screen link, nothing of the person. */
export function PersonalPage({ view, seats, chosen, held, token, actions, done, at }: Props) {
  const { person, subscriptions, followable } = view;
  const onScreen = person === null;
  const one = theOne(seats, chosen);
  const alone = seats.length === 1 || !one;
  return (
    <>
      <PageHeader
        kicker={one ? `Webinaire du ${formatDay(one.seat.webinar.startsAt)}` : `${seats.length} séances`}
        {...pageWords(one?.seat, onScreen, at)}
      />
      <Container>
        <div className="max-w-3xl">
          <DoneSentence done={done} at={at} />
          {!alone && (
            <p className="pt-4">
              <a href={paths.registration(token)} className="inline-flex min-h-11 items-center">
                Toutes mes inscriptions
              </a>
            </p>
          )}
          {one ? (
            <SeatPanel {...one} token={token} actions={actions} onScreen={onScreen} at={at} />
          ) : (
            <SeatList seats={seats} token={token} at={at} />
          )}
          {alone && person && held && (
            <PersonSections
              person={person}
              subscriptions={subscriptions}
              followable={followable}
              held={held}
              token={token}
              actions={actions}
            />
          )}
          {onScreen && (
            <More action={actions.sendLinks} token={token} awaited={seats.some(({ seat }) => isAwaited(seat, at))} />
          )}
        </div>
      </Container>
    </>
  );
}
