import { Screen } from "#components/back-office/screen";
import { LinkButton } from "#components/ui/button";
import { paths } from "#lib/platform/paths";

export function Missing() {
  return (
    <Screen title="Cette page n’existe pas">
      <p>La fiche a peut-être été supprimée, ou l’adresse est incomplète.</p>
      <p>
        <LinkButton href={paths.admin()}>Revenir au tableau de bord</LinkButton>
      </p>
    </Screen>
  );
}
