import type { ReactNode } from "react";
import { LinkButton } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { OutgoingLink } from "#components/ui/outgoing-link";
import { Section } from "#components/ui/section";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import { registrationState, sessionState } from "#lib/webinars/rules";
import type { WebinarDetail } from "#lib/webinars/schema";

/** Where one registers, on the page of a session. */
export const REGISTRATION_ANCHOR = "inscription";

type Props = {
  webinar: WebinarDetail;
  at: Date;
  /** The registration form, shown when a seat can be asked for. */
  children: ReactNode;
};

function SeatsLeft({ webinar: { capacity, taken } }: { webinar: WebinarDetail }) {
  if (capacity === null) return <p className="mb-5">Le nombre de places n’est pas limité.</p>;
  return (
    <p className="mb-5">
      Il reste <strong>{counted(capacity - taken, "place", "places")}</strong> sur {capacity}.
    </p>
  );
}

function AfterSession({ webinar: { replayUrl, need } }: { webinar: WebinarDetail }) {
  return (
    <Notice title="Cette séance a eu lieu." look={replayUrl ? "success" : "information"}>
      <p>
        {replayUrl ? (
          <OutgoingLink href={replayUrl}>Revoir la séance</OutgoingLink>
        ) : (
          "Aucun enregistrement public retrouvé."
        )}
      </p>
      {need && (
        <p className="mt-2">
          Pour en reprendre le sujet{"\u00A0"}: <a href={paths.need(need.slug)}>{french(need.title)}</a>, ses centres et
          ses documents.
        </p>
      )}
    </Notice>
  );
}

function OtherSessions() {
  return (
    <p className="mt-3">
      <LinkButton href={paths.webinars()} look="secondary">
        Voir les autres séances
      </LinkButton>
    </p>
  );
}

/** The seat of a session: the form when one can be asked for, else why not and what there is instead. */
export function RegistrationPlace({ webinar, at, children }: Props) {
  const state = registrationState(webinar, at);
  const title = sessionState(webinar, at) === "past" && state !== "cancelled" ? "Après la séance" : "S’inscrire";
  return (
    <Section title={title} id={REGISTRATION_ANCHOR}>
      {state === "open" && (
        <>
          <SeatsLeft webinar={webinar} />
          {children}
        </>
      )}
      {state === "full" && (
        <Notice title="Toutes les places sont prises." look="warning">
          <p>Une place peut se libérer{"\u00A0"}: revenez voir, ou choisissez une autre séance.</p>
          <OtherSessions />
        </Notice>
      )}
      {state === "cancelled" && (
        <Notice title="Cette séance est annulée." look="danger">
          <p>Elle n’aura pas lieu à cette date. Le programme en propose d’autres.</p>
          <OtherSessions />
        </Notice>
      )}
      {state === "closed" && sessionState(webinar, at) === "running" && (
        <Notice title="La séance est en cours." look="warning">
          <p>
            Les inscriptions ferment quand elle commence. Si vous êtes déjà inscrit, suivez le lien reçu par message.
          </p>
        </Notice>
      )}
      {state === "closed" && sessionState(webinar, at) === "past" && <AfterSession webinar={webinar} />}
    </Section>
  );
}
