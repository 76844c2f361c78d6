import { controlStyle } from "#components/forms/field";
import { Fold } from "#components/ui/fold";
import { formatTimestamp } from "#lib/platform/dates";

/** Leads to the page as it will be, and gives a link to it that a partner can be sent. */
export function PreviewLinks({ url, until }: { url: string; until: Date }) {
  return (
    <div className="grid gap-3">
      <p>
        <a href={url} target="_blank" rel="noopener" className="inline-flex min-h-11 items-center font-semibold">
          Aperçu de la page (nouvel onglet)
        </a>
      </p>
      <Fold look="inset" summary="Montrer l’aperçu à un partenaire">
        <label htmlFor="apercu" className="mb-1 block">
          Qui a ce lien voit ce qui est enregistré, jusqu’au {formatTimestamp(until)}.
        </label>
        <input id="apercu" readOnly value={url} className={controlStyle} />
      </Fold>
    </div>
  );
}
