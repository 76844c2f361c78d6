import { DeadEnd } from "#components/ui/dead-end";
import { paths } from "#lib/platform/paths";

export function UnknownRoom() {
  return (
    <DeadEnd
      title="Ce lien n’ouvre aucune salle"
      lead="Il a pu être coupé en deux par votre messagerie, ou l’inscription a été effacée depuis."
      ways={[
        { label: "Recevoir mes liens", href: paths.findRegistrations() },
        { label: "Voir les webinaires", href: paths.webinars() },
      ]}
    >
      Ouvrez en entier le lien du dernier message reçu. Vous ne le retrouvez pas{"\u202F"}? Demandez vos liens avec
      l’adresse de votre inscription{"\u00A0"}: un message vous les renvoie aussitôt.
    </DeadEnd>
  );
}
