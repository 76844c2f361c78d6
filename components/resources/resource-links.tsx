import { Notice } from "#components/ui/notice";
import { OutgoingLink } from "#components/ui/outgoing-link";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import type { ResourceDetail } from "#lib/resources/schema";

const hostOf = (url: string) => new URL(url).hostname.replace(/^www\./, "");

/** Where a document can be read, with the name of the site before the click; or that nobody knows. */
export function ResourceLinks({
  links,
  publisher,
  centres: [centre] = [],
}: Pick<ResourceDetail, "links"> & Partial<Pick<ResourceDetail, "publisher" | "centres">>) {
  if (links.length === 0)
    return (
      <Notice title="Aucune adresse publique connue à ce jour.">
        <p>
          Nous n’avons pas trouvé ce document en ligne. Essayez{" "}
          {centre && (
            <>
              le centre <a href={paths.centre(centre.slug)}>{french(centre.name)}</a> (autre site),{" "}
            </>
          )}
          votre médiathèque{publisher ? french(`, ou l’éditeur : ${publisher}`) : ""}.
        </p>
      </Notice>
    );
  return (
    <ul className="grid gap-2">
      {links.map(({ label, url }) => (
        <li key={url} className="wrap-anywhere rounded-card border border-line bg-surface px-4 py-3 font-semibold">
          <OutgoingLink href={url}>{french(label)}</OutgoingLink>
          <span className="block font-normal text-muted text-sm">{hostOf(url)}</span>
        </li>
      ))}
    </ul>
  );
}
