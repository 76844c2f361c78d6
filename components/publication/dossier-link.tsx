import { paths } from "#lib/platform/paths";

/** Puts pages in the dossier of whoever reads. @param pages paths of the portal */
export function DossierLink({ pages }: { pages: readonly string[] }) {
  return (
    <a
      href={paths.dossierWith(pages)}
      rel="nofollow"
      className="no-print inline-flex min-h-11 items-center font-semibold"
    >
      Ajouter à mon dossier
    </a>
  );
}
