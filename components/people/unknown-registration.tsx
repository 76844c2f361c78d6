import { DeadEnd } from "#components/ui/dead-end";
import { paths } from "#lib/platform/paths";

export function UnknownRegistration() {
  return (
    <DeadEnd
      title="Ce lien n’ouvre aucune inscription"
      lead="Il a pu être coupé en deux par votre messagerie, l’inscription suit peut-être une autre adresse, ou ses données ont été effacées : au plus tard six mois après la séance."
      ways={[
        { label: "Recevoir à nouveau mes liens", href: paths.findRegistrations() },
        { label: "Voir les webinaires", href: paths.webinars() },
      ]}
    >
      Ouvrez en entier le lien du dernier message reçu. Vous ne le retrouvez pas{"\u202F"}? Demandez vos liens avec
      l’adresse de votre inscription{"\u00A0"}: un message vous les renvoie aussitôt.
    </DeadEnd>
  );
}
