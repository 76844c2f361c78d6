import type { ReactNode } from "react";
import { AddressForm, DetailsForm } from "#components/enrolment/person-forms";
import { CancelForm } from "#components/enrolment/seat-forms";
import { Facts } from "#components/ui/facts";
import { Fold } from "#components/ui/fold";
import type { RegistrationsView } from "#lib/enrolment/page/schema";
import type { FormAction } from "#lib/forms/state";
import { profileLabels } from "#lib/profiles/labels";

/** What a fold holds is several things: each under its title. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 className="text-xl">{title}</h2>
      {children}
    </section>
  );
}

type Changes = {
  token: string;
  /** The seat that can be given back, if there is one. */
  seat: { webinar: string; waiting: boolean } | null;
  person: RegistrationsView["person"];
  actions: Record<"cancel" | "details" | "address", FormAction>;
  open: boolean;
  children: ReactNode;
};

export function ChangesFold({ token, seat, person, actions, open, children }: Changes) {
  return (
    <Fold look="card" summary="Ce que je peux changer" open={open}>
      {seat && (
        <Part title={"Vous ne pouvez plus venir\u202F?"}>
          <p>
            {seat.waiting
              ? "Les personnes suivantes avanceront d’un rang."
              : "Rendre votre place aide à préparer la séance, et peut servir à une autre personne."}
          </p>
          <CancelForm action={actions.cancel} token={token} webinar={seat.webinar} waiting={seat.waiting} />
        </Part>
      )}
      {person && (
        <Part title="Vos informations">
          <Facts
            facts={[
              { name: "Nom", value: `${person.firstName} ${person.lastName}` },
              { name: "Adresse", value: <span className="break-all">{person.email}</span> },
              { name: "Vous êtes", value: profileLabels[person.profile] },
              { name: "Organisation", value: person.organisation },
              { name: "Territoire", value: person.territory },
              { name: "Accessibilité", value: person.accessNeeds },
            ]}
          />
          <DetailsForm action={actions.details} token={token} person={person} />
          <AddressForm action={actions.address} token={token} />
        </Part>
      )}
      {children}
    </Fold>
  );
}
