import { Tag } from "#components/ui/tag";
import type { Likeness, Proposal } from "#lib/harvest/proposals/schema";
import { formatShortDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french, quoted } from "#lib/platform/text";
import { resourceTypeLabels } from "#lib/resources/labels";

const link = "inline-flex min-h-11 items-center";

const likeWords = ({ kind, by }: Likeness): string => {
  if (by === "address") return "Même adresse qu’une ressource\u00A0: ";
  return kind === "resource" ? "Ressemble à la ressource " : "Ressemble à la proposition ";
};

function Alike({ likeness }: { likeness: Likeness }) {
  const { kind, id, title } = likeness;
  const href = kind === "resource" ? paths.adminEdit("ressources", id) : paths.adminList("moisson", { q: title });
  return (
    <li>
      {likeWords(likeness)}
      <a href={href}>{quoted(french(title))}</a>
    </li>
  );
}

/** What a site says of one of its pages, as plain text. */
export function ProposalCard({ proposal }: { proposal: Proposal }) {
  const { url, title, summary, author, type, publishedAt, centre, site, resourceId, changedAt, likenesses } = proposal;
  const facts = [resourceTypeLabels[type], author, publishedAt && `le ${formatShortDay(publishedAt)}`, centre, site];
  return (
    <div className="grid gap-1">
      {summary && <p className="max-w-prose">{french(summary)}</p>}
      <p className="text-muted">{facts.filter(Boolean).join(", ")}</p>
      {changedAt && (
        <p>
          <Tag look="doubt">Modifiée par son site le {formatShortDay(changedAt)}</Tag>
        </p>
      )}
      {likenesses.length > 0 && (
        <ul className="border-accent border-l-4 pl-3">
          {likenesses.map((likeness) => (
            <Alike key={likeness.id} likeness={likeness} />
          ))}
        </ul>
      )}
      <p className="flex flex-wrap gap-x-6">
        <a href={url} rel="external nofollow noreferrer" className={link}>
          Lire la page<span className="sr-only"> {quoted(title)}</span>&nbsp;(ouvre un autre site)
        </a>
        {resourceId && (
          <a href={paths.adminEdit("ressources", resourceId)} className={link}>
            Ouvrir la ressource<span className="sr-only"> {quoted(title)}</span>
          </a>
        )}
      </p>
    </div>
  );
}
