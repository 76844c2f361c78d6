import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";

/** This page stands in for the one that posted, whose address it has. */
const HERE = "";

/** A form came from a page older than the portal: what was typed is one step back, and the page opens anew from here. */
export function StaleForm() {
  return (
    <>
      <PageHeader
        title="Ce formulaire est trop ancien"
        lead="Le site a changé depuis que vous avez ouvert cette page : rien n’a été enregistré."
      />
      <Container>
        <div className="grid max-w-3xl gap-4 py-10">
          <p>
            Ce que vous avez saisi est encore là{"\u00A0"}: revenez en arrière avec votre navigateur, et copiez ce que
            vous voulez garder. Puis rouvrez la page, et envoyez le nouveau formulaire.
          </p>
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
