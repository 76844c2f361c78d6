import type { ReactNode } from "react";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";

/** This page stands in for the one that posted, whose address it has. */
const HERE = "";

/** A form that was not read: what was typed is one step back, and the page opens anew from here. */
function LostForm({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <>
      <PageHeader title={title} lead={lead} />
      <Container>
        <div className="grid max-w-3xl gap-4 py-10">
          <p>{children}</p>
          <p>
            <a href={HERE} className="inline-flex min-h-11 items-center font-semibold">
              Rouvrir la page
            </a>
          </p>
        </div>
      </Container>
    </>
  );
}

export function StaleForm() {
  return (
    <LostForm
      title="Ce formulaire est trop ancien"
      lead="Le site a changé depuis que vous avez ouvert cette page : rien n’a été enregistré."
    >
      Ce que vous avez saisi est encore là{"\u00A0"}: revenez en arrière avec votre navigateur, et copiez ce que vous
      voulez garder. Puis rouvrez la page, et envoyez le nouveau formulaire.
    </LostForm>
  );
}

export function HeavyForm() {
  return (
    <LostForm
      title="Cet envoi est trop lourd"
      lead="Il dépasse ce que ce formulaire peut recevoir : rien n’a été enregistré."
    >
      Ce que vous avez saisi est encore là{"\u00A0"}: revenez en arrière avec votre navigateur, raccourcissez le texte
      le plus long ou choisissez un fichier plus petit, puis envoyez de nouveau.
    </LostForm>
  );
}

export function UnreadableForm() {
  return (
    <LostForm title="Cet envoi n’a pas pu être lu" lead="Il est arrivé incomplet ou abîmé : rien n’a été enregistré.">
      Ce que vous avez saisi est encore là{"\u00A0"}: revenez en arrière avec votre navigateur, et envoyez de nouveau.
      Si cela se répète, copiez ce que vous voulez garder et rouvrez la page.
    </LostForm>
  );
}

export function RefusedForm() {
  return (
    <LostForm
      title="Cet envoi n’est pas accepté"
      lead="Il vient d’un autre site, ou d’un outil qui n’est pas un navigateur : rien n’a été enregistré."
    >
      Si vous l’avez fait depuis ce site, ce que vous avez saisi est encore là{"\u00A0"}: revenez en arrière avec votre
      navigateur, et copiez ce que vous voulez garder. Puis rouvrez la page, et envoyez le formulaire qu’elle montre.
    </LostForm>
  );
}
