import type { ReactNode } from "react";
import { type CalendarAddresses, CalendarLinks } from "#components/registrations/calendar-links";
import { CancellationForm } from "#components/registrations/cancellation-form";
import { LinkButton } from "#components/ui/button";
import { Container } from "#components/ui/container";
import { Facts } from "#components/ui/facts";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import type { FormAction } from "#lib/forms/state";
import { formatDay, formatHours } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import type { RegistrationView } from "#lib/registrations/schema";

type Session = RegistrationView["webinar"];
type Props = { registration: RegistrationView; token: string; calendars: CalendarAddresses; cancel: FormAction };

function SessionFacts({ session }: { session: Session }) {
  const facts = [
    { name: "Séance", value: <a href={paths.webinar(session.slug)}>{french(session.title)}</a> },
    { name: "Date", value: formatDay(session.startsAt) },
    { name: "Horaire", value: `${formatHours(session.startsAt, session.durationMinutes)} (heure de Paris)` },
  ];
  return <Facts facts={facts} />;
}

type ScreenProps = { session: Session; title: string; lead: string; children: ReactNode };

function Screen({ session, title, lead, children }: ScreenProps) {
  return (
    <>
      <PageHeader kicker={`Webinaire du ${formatDay(session.startsAt)}`} title={title} lead={lead} />
      <Container>
        <div className="max-w-3xl">{children}</div>
      </Container>
    </>
  );
}

function Ways({ session, again }: { session: Session; again: boolean }) {
  return (
    <div className="flex flex-wrap gap-3 pb-10">
      {again && <LinkButton href={paths.webinar(session.slug)}>M’inscrire de nouveau</LinkButton>}
      <LinkButton href={paths.webinars()} look="secondary">
        Voir le programme
      </LinkButton>
    </div>
  );
}

function Upcoming({ registration, token, calendars, cancel }: Props) {
  return (
    <Screen
      session={registration.webinar}
      title="Votre inscription est enregistrée"
      lead="Un message de confirmation part vers l’adresse indiquée. Il contient un lien vers cette page et un fichier d’agenda."
    >
      <Section title="Votre séance">
        <SessionFacts session={registration.webinar} />
        <p className="mt-4">
          La séance a lieu en ligne. L’équipe d’organisation enverra le lien de connexion à l’adresse indiquée avant le
          début.
        </p>
      </Section>
      <Section title="L’ajouter à votre agenda">
        <CalendarLinks {...calendars} />
      </Section>
      <Section title={"Vous ne pouvez plus venir\u202F?"} lead="Votre place servira à une autre personne.">
        <CancellationForm action={cancel} token={token} />
      </Section>
    </Screen>
  );
}

function Cancelled({ registration: { webinar, cancellable } }: Props) {
  return (
    <Screen
      session={webinar}
      title="Votre annulation est enregistrée"
      lead="Un message part vers l’adresse de l’inscription. S’il vous demande un dernier clic, c’est pour vérifier que la demande vient bien de vous."
    >
      <Section title="La séance que vous quittez">
        <SessionFacts session={webinar} />
      </Section>
      <Ways session={webinar} again={cancellable && !webinar.cancelledAt} />
    </Screen>
  );
}

const CLOSED = {
  withdrawn: {
    title: "Cette séance est annulée",
    lead: "L’équipe d’organisation a annulé la séance : vous n’avez rien à faire.",
  },
  started: {
    title: "Vous étiez inscrit·e à cette séance",
    lead: "Elle a commencé : il n’est plus possible d’annuler. Sa page dira où la revoir, si elle a été enregistrée.",
  },
};

/** A session about which nothing can be done any more. */
function Closed({ session, because }: { session: Session; because: keyof typeof CLOSED }) {
  return (
    <Screen session={session} {...CLOSED[because]}>
      <Section title="La séance">
        <SessionFacts session={session} />
      </Section>
      <Ways session={session} again={false} />
    </Screen>
  );
}

/** The personal page of a registration: the session, the seat and what can be done of it. Nothing of the person. */
export function RegistrationPanel(props: Props) {
  const { state, cancellable, webinar } = props.registration;
  if (state === "cancelled") return <Cancelled {...props} />;
  if (webinar.cancelledAt) return <Closed session={webinar} because="withdrawn" />;
  return cancellable ? <Upcoming {...props} /> : <Closed session={webinar} because="started" />;
}
