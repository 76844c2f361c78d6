import type { ReactNode } from "react";
import { LinkButton } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { Section } from "#components/ui/section";
import { paths } from "#lib/platform/paths";
import { areFewLeft, isForecast, registrationState } from "#lib/webinars/rules";
import type { WebinarDetail } from "#lib/webinars/schema";

export const REGISTRATION_ANCHOR = "inscription";

type Props = {
  webinar: WebinarDetail;
  at: Date;
  children: ReactNode;
};

/** In words: a count that does not move when an address is typed would tell that it was registered already. */
function SeatsLeft({ webinar }: { webinar: WebinarDetail }) {
  if (webinar.capacity === null) return <p className="mb-5">Le nombre de places n’est pas limité.</p>;
  return (
    <p className="mb-5">
      {areFewLeft(webinar) ? "Il reste quelques places" : "Il reste des places"}
      {"\u00A0"}: la séance en compte {webinar.capacity}.
    </p>
  );
}

function WaitingList() {
  return (
    <div className="mb-5">
      <Notice title="Toutes les places sont prises." look="warning">
        <p>
          Inscrivez-vous sur la liste d’attente. Dès qu’une place se libère, elle est proposée par courriel à la
          première personne qui attend.
        </p>
      </Notice>
    </div>
  );
}

/** What a forecast promises, and no more: the messages of whoever holds a seat. */
function Forecast() {
  return (
    <div className="mb-5">
      <Notice title="Séance annoncée, à confirmer par l’équipe." look="warning">
        <p>
          La date et le sujet peuvent encore changer. Laissez votre adresse{"\u00A0"}: une place vous est gardée, et un
          message vous prévient si la séance est déplacée ou annulée.
        </p>
      </Notice>
    </div>
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

/** The seat of a session before it begins: the form when one can be asked for, else why not and what there is instead. */
export function RegistrationPlace({ webinar, at, children }: Props) {
  const state = registrationState(webinar, at);
  const forecast = state === "open" && isForecast(webinar);
  return (
    <Section title={forecast ? "Prévenez-moi" : "S’inscrire"} id={REGISTRATION_ANCHOR}>
      {forecast && <Forecast />}
      {state === "open" && <SeatsLeft webinar={webinar} />}
      {state === "full" && <WaitingList />}
      {(state === "open" || state === "full") && children}
      {state === "cancelled" && (
        <Notice title="Cette séance est annulée." look="danger">
          <p>Elle n’aura pas lieu à cette date. Le programme en propose d’autres.</p>
          <OtherSessions />
        </Notice>
      )}
      {state === "closed" && (
        <Notice title="La séance est en cours." look="warning">
          <p>
            Les inscriptions ferment quand elle commence. Si vous avez déjà une place, suivez le lien de connexion reçu
            par message.
          </p>
        </Notice>
      )}
    </Section>
  );
}
