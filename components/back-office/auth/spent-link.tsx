import { paths } from "#lib/platform/paths";

export function SpentLink() {
  return (
    <>
      <p>
        Il a déjà servi, un plus récent l’a remplacé, ou il a expiré. Si une collègue vous a invité, demandez-lui une
        autre invitation. Si personne n’a encore de compte, redémarrez le portail{"\u00A0"}: il donnera un nouveau lien.
      </p>
      <p className="mt-4">
        <a href={paths.signIn()} className="inline-flex min-h-11 items-center font-semibold">
          Se connecter avec un compte existant
        </a>
      </p>
    </>
  );
}
