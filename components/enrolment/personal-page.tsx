import { CalendarLinks } from "#components/enrolment/calendar-links";
import { DoneSentence, doneWords, isChange, isTitled } from "#components/enrolment/done-sentence";
import { ChangesFold } from "#components/enrolment/person-folds";
import { Data, Followed, type HeldCounts, type PersonActions } from "#components/enrolment/person-sections";
import { SeatAnswers } from "#components/enrolment/seat-answers";
import { QuestionsFold } from "#components/enrolment/seat-forms";
import { type ListedSeat, SeatList } from "#components/enrolment/seat-list";
import { destination, seatWords } from "#components/enrolment/seat-words";
import { type SeatActions, Ticket } from "#components/enrolment/ticket";
import { ActionButton } from "#components/forms/action-button";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { OverseasHours } from "#components/webinars/overseas-hours";
import { seatPhase } from "#lib/enrolment/page/rules";
import type { RegistrationsView, SeatView } from "#lib/enrolment/page/schema";
import type { FormAction } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";

type Props = {
  view: Pick<RegistrationsView, "person" | "sentTo" | "subscriptions" | "followable">;
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

type Header = Pick<RegistrationsView, "person" | "sentTo">;

/** Title and first sentence of the page. @param one the seat that it is about, if it is about one */
function pageWords(one: SeatView | undefined, { person, sentTo }: Header, roomOpen: boolean, at: Date) {
  const onScreen = person === null;
  if (one) return seatWords(one, { onScreen, sentTo, roomOpen }, at);
  return onScreen
    ? {
        title: "Vos inscriptions sont enregistrées",
        lead: `Un message de confirmation part vers ${destination(sentTo)}. Il contient votre lien personnel et un fichier d’agenda pour toutes ces séances.`,
      }
    : {
        title: "Vos inscriptions",
        lead: "Tout ce qui est inscrit sous votre adresse, et ce que vous pouvez en faire.",
      };
}

const isRoomOpen = (one: ListedSeat | undefined): boolean => one !== undefined && one.doors.room !== null;

/** The name of the page for tabs and screen readers: what was just done, else where things stand. */
export const personalTitle = (
  view: Header,
  { seats, chosen, done, at }: Pick<Props, "seats" | "chosen" | "done" | "at">,
): string => {
  const one = theOne(seats, chosen);
  return (doneWords(done) ?? pageWords(one?.seat, view, isRoomOpen(one), at)).title;
};

const isAwaited = (seat: SeatView, at: Date) => ["coming", "waiting", "offered"].includes(seatPhase(seat, at));

/** What this page does not show to whoever typed an address: its owner receives a link that does. */
type MoreProps = { action: FormAction; token: string; sentTo: string | null; awaited: boolean };

function More({ action, token, sentTo, awaited }: MoreProps) {
  return (
    <Section
      title="Modifier vos informations, vos rappels, vos données"
      lead="Pour être sûrs que c’est bien vous, nous vous envoyons un lien à l’adresse de l’inscription."
    >
      <ActionButton action={action} values={{ token }} label="Recevoir mes liens par courriel" look="secondary" />
      {awaited && (
        <p className="mt-4 text-muted">
          Toujours rien dans votre messagerie{"\u202F"}? Le message part vers {destination(sentTo)}. Si elle est mal
          écrite, inscrivez-vous de nouveau avec la bonne, puis annulez l’inscription de cette page.
        </p>
      )}
    </Section>
  );
}

/** What goes with the ticket of a session to come. */
function Beside({ seat, doors, at }: ListedSeat & { at: Date }) {
  const phase = seatPhase(seat, at);
  if (!isAwaited(seat, at)) return null;
  return (
    <div className="flex flex-wrap items-start gap-x-8">
      <OverseasHours webinar={seat.webinar} />
      {phase === "coming" && <CalendarLinks {...doors.calendars} />}
    </div>
  );
}

/** The seat that can be given back by a button. */
function leaving({ seat }: ListedSeat, at: Date): { webinar: string; waiting: boolean } | null {
  const phase = seatPhase(seat, at);
  return phase === "coming" || phase === "waiting"
    ? { webinar: seat.webinar.slug, waiting: phase === "waiting" }
    : null;
}

/** The personal page: a ticket, and folded, what else one may do. On a screen link, nothing of the person. */
export function PersonalPage({ view, seats, chosen, held, token, actions, done, at }: Props) {
  const one = theOne(seats, chosen);
  const alone = seats.length === 1 || !one;
  const onScreen = view.person === null;
  const person = alone ? view.person : null;
  const seat = one ? leaving(one, at) : null;
  const own = person && { ...view, person, token, actions };
  return (
    <>
      <PageHeader
        landing={isTitled(done)}
        {...(!one && { kicker: `${seats.length} séances` })}
        {...pageWords(one?.seat, view, isRoomOpen(one), at)}
      />
      <Container>
        <div className="max-w-4xl">
          <DoneSentence done={done} at={at} />
          {one ? <Ticket {...one} token={token} actions={actions} at={at} /> : <SeatList {...{ seats, token, at }} />}
          {one && seat && <SeatAnswers seat={one.seat} token={token} actions={actions} />}
          <div className="grid gap-3 py-6">
            {one && <Beside {...one} at={at} />}
            {!alone && (
              <p>
                <a href={paths.registration(token)} className="inline-flex min-h-11 items-center">
                  Toutes mes inscriptions
                </a>
              </p>
            )}
            {(seat || own) && (
              <ChangesFold token={token} seat={seat} person={person} actions={actions} open={isChange(done)}>
                {own && <Followed {...own} />}
              </ChangesFold>
            )}
            {one && seatPhase(one.seat, at) === "coming" && !onScreen && (
              <QuestionsFold
                action={actions.ask}
                token={token}
                webinar={one.seat.webinar.slug}
                questions={one.seat.questions}
                open={done === "question"}
              />
            )}
            {own && held && <Data {...own} held={held} />}
          </div>
          {onScreen && (
            <More
              action={actions.sendLinks}
              token={token}
              sentTo={view.sentTo}
              awaited={seats.some((listed) => isAwaited(listed.seat, at))}
            />
          )}
        </div>
      </Container>
    </>
  );
}
