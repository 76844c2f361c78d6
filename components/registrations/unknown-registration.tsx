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
        lead="Il a pu être coupé en deux par votre messagerie, ou l’inscription a été effacée six mois après la séance."
      />
      <Container>
        <div className="grid max-w-3xl gap-6 py-8 sm:py-10">
          <p>
            Ouvrez le lien du dernier message que vous avez reçu, en entier. Si vous ne le retrouvez plus, remplissez de
            nouveau le formulaire de la séance avec la même adresse{"\u00A0"}: vous gardez votre place et un lien neuf
            vous est envoyé.
          </p>
          <div className="flex flex-wrap gap-3">
            <LinkButton href={paths.webinars()}>Voir les webinaires</LinkButton>
            <LinkButton href={paths.home()} look="secondary">
              Revenir à l’accueil
            </LinkButton>
          </div>
        </div>
      </Container>
    </>
  );
}
