import { DeadEnd } from "#components/ui/dead-end";
import { paths } from "#lib/platform/paths";

export function UnknownSurvey() {
  return (
    <DeadEnd
      title="Ce lien n’ouvre aucun questionnaire"
      lead="Il a pu être coupé en deux par votre messagerie, ou l’inscription a été effacée depuis."
      ways={[
        { label: "Voir les webinaires", href: paths.webinars() },
        { label: "Revenir à l’accueil", href: paths.home() },
      ]}
    >
      Ouvrez en entier le lien du message qui vous demandait votre avis.
    </DeadEnd>
  );
}
