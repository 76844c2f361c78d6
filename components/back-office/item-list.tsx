import { StateTag } from "#components/back-office/state-tag";
import { DoubtTag } from "#components/publication/doubt-tag";
import { Tag } from "#components/ui/tag";
import { CARDS, type EditorialNoun } from "#lib/nouns/cards";
import { formatShortDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { publicationState } from "#lib/publication/rules";
import type { EditorialState } from "#lib/publication/schema";

export type Item = EditorialState & {
  title: string;
  /** Something was written that is not published. */
  changed?: boolean;
  /** A few more words: type, date… */
  detail?: string;
  more?: { label: string; href: string };
};

const link = "inline-flex min-h-11 items-center";

export function ItemLine({ noun, item, at }: { noun: EditorialNoun; item: Item; at: Date }) {
  const { id, slug, title, detail, more } = item;
  const { section, path } = CARDS[noun];
  return (
    <li className="grid gap-x-6 border-line border-t py-3 first:border-t-0 md:grid-cols-[minmax(0,1fr)_15rem] lg:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <a href={paths.adminEdit(section, id)} className={`${link} font-semibold`}>
          {french(title)}
        </a>
        <p className="first-letter:uppercase">
          {detail && `${french(detail)} · `}
          <span className="text-muted text-sm">modifié le {formatShortDay(item.updatedAt)}</span>
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 md:flex-col md:items-end">
        <p className="flex flex-wrap gap-2 pt-2 md:justify-end">
          <StateTag row={item} at={at} />
          {item.changed && publicationState(item, at) !== "draft" && <Tag look="doubt">Modifications en attente</Tag>}
          <DoubtTag confidence={item.confidence} />
        </p>
        <p className="flex flex-wrap gap-x-4">
          {more && (
            <a href={more.href} className={link}>
              {more.label}
            </a>
          )}
          {publicationState(item, at) === "published" && (
            <a href={path(slug)} className={link} aria-label={`Voir la page ${title}`}>
              Voir la page
            </a>
          )}
        </p>
      </div>
    </li>
  );
}

export function ItemList({ noun, items, at }: { noun: EditorialNoun; items: readonly Item[]; at: Date }) {
  if (items.length === 0) return <p>Rien ne répond à cette recherche.</p>;
  return (
    <ul className="rounded-card border border-line bg-surface px-4 sm:px-6">
      {items.map((item) => (
        <ItemLine key={item.id} noun={noun} item={item} at={at} />
      ))}
    </ul>
  );
}
