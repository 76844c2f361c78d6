import { LinkButton } from "#components/ui/button";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { paths } from "#lib/platform/paths";

/** What is shown when a link opens no survey. */
export function UnknownSurvey() {
  return (
    <>
      <PageHeader
        title="Ce lien n’ouvre aucun questionnaire"
        lead="Il a pu être coupé en deux par votre messagerie, ou l’inscription a été effacée depuis."
      />
      <Container>
        <div className="grid max-w-3xl gap-6 py-8 sm:py-10">
          <p>Ouvrez en entier le lien du message qui vous demandait votre avis.</p>
          <div className="flex flex-wrap gap-3">
            <LinkButton href={paths.webinars()}>Voir les webinaires</LinkButton>
            <LinkButton href={paths.page("contact")} look="secondary">
              Écrire à l’équipe
            </LinkButton>
          </div>
        </div>
      </Container>
    </>
  );
}
