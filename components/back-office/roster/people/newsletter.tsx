import { FormatButtons } from "#components/back-office/tables/formats";
import { IfMayAct } from "#components/forms/may-act";
import { Fold } from "#components/ui/fold";
import { paths } from "#lib/platform/paths";

/** The addresses to which the newsletter may be sent, as a file. */
export function NewsletterFile() {
  return (
    <IfMayAct>
      <Fold look="inset" summary="Télécharger la liste de la lettre d’information">
        <form method="post" action={paths.adminTable(`${paths.adminList("personnes")}/lettre`)} className="grid gap-6">
          <p className="max-w-prose">
            Chaque adresse qui a demandé la lettre, une fois, avec le jour, la séance et la phrase de son accord. Qui
            l’a retiré n’y est pas{"\u00A0"}: prenez un nouveau fichier avant chaque envoi. Chaque téléchargement est
            inscrit au journal.
          </p>
          <FormatButtons />
        </form>
      </Fold>
    </IfMayAct>
  );
}
