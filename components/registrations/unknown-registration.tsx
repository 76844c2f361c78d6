import { LinkButton } from "#components/ui/button";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { paths } from "#lib/platform/paths";

/** What is shown when a personal link opens nothing. */
export function UnknownRegistration() {
  return (
    <>
      <PageHeader
        title="Ce lien n’ouvre aucune inscription"
        lead="Il a pu être coupé en deux par votre messagerie, ou les données de l’inscription ont été effacées : au plus tard six mois après la séance."
      />
      <Container>
        <div className="grid max-w-3xl gap-6 py-8 sm:py-10">
          <p>
            Ouvrez en entier le lien du dernier message reçu. Vous ne le retrouvez pas{"\u202F"}? Demandez vos liens
            avec l’adresse de votre inscription{"\u00A0"}: un message vous les renvoie aussitôt.
          </p>
          <div className="flex flex-wrap gap-3">
            <LinkButton href={paths.findRegistrations()}>Recevoir à nouveau mes liens</LinkButton>
            <LinkButton href={paths.webinars()} look="secondary">
              Voir les webinaires
            </LinkButton>
          </div>
        </div>
      </Container>
    </>
  );
}
