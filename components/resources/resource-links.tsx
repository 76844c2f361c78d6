import { languageName } from "#components/resources/resource-kind";
import { Notice } from "#components/ui/notice";
import { OutgoingLink } from "#components/ui/outgoing-link";
import { fileWords, structureWords, weightWords } from "#lib/media/labels";
import { formatShortDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { type DocumentLink, type OpenLink, versionOf } from "#lib/resources/links/schema";
import type { ResourceDetail } from "#lib/resources/schema";

/** What is known of what is there: « exemple.fr · PDF · 2,4 Mo · anglais · vérifié le 20 novembre 2026 ». */
const detailsOf = ({ url, format, bytes, language, checkedOn }: DocumentLink): string =>
  [
    hostOf(url),
    format,
    bytes && weightWords(bytes),
    language && languageName(language),
    checkedOn && `vérifié le ${formatShortDay(checkedOn)}`,
  ]
    .filter(Boolean)
    .join(" · ");

const hostOf = (url: string) => new URL(url).hostname.replace(/^www\./, "");

/** What a click brings is in the words of the link: format, pages, weight and language (RGAA 13.3). */
function Link({ link }: { link: OpenLink }) {
  const { url, label, file } = link;
  return (
    <li className="wrap-anywhere rounded-card border border-line bg-surface px-4 py-3 font-semibold">
      {file ? (
        <a href={`${url}?v=${versionOf(file.sha256)}`}>{french(`${label} (${fileWords(file)})`)}</a>
      ) : (
        <OutgoingLink href={url}>{french(label)}</OutgoingLink>
      )}
      <span className="block font-normal text-muted text-sm">
        {file ? structureWords(file) : french(detailsOf(link))}
      </span>
    </li>
  );
}

/** Where a document can be read, with the name of the site before the click; or that nobody knows. */
export function ResourceLinks({
  links,
  publisher,
  centres: [centre] = [],
}: Pick<ResourceDetail, "links"> & Partial<Pick<ResourceDetail, "publisher" | "centres">>) {
  if (links.length === 0)
    return (
      <Notice title="À retrouver : aucune adresse publique connue à ce jour.">
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
      {links.map((link) => (
        <Link key={link.url} link={link} />
      ))}
    </ul>
  );
}
