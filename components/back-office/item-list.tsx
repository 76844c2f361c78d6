import type { ReactNode } from "react";
import { StateTag } from "#components/back-office/state-tag";
import { HiddenFields } from "#components/forms/hidden-fields";
import { IfMayAct } from "#components/forms/may-act";
import { DoubtTag } from "#components/publication/doubt-tag";
import { Button } from "#components/ui/button";
import { Tag } from "#components/ui/tag";
import type { ListQuery } from "#lib/items/schema";
import { CARDS, cardOf, type EditorialNoun } from "#lib/nouns/cards";
import { formatShortDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, french, quoted } from "#lib/platform/text";
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

function Pick({ item: { id, title } }: { item: Item }) {
  return (
    <IfMayAct>
      <label className="-ml-2.5 flex size-11 shrink-0 cursor-pointer items-center justify-center">
        <input
          type="checkbox"
          name="fiche"
          value={id}
          aria-label={`Choisir ${quoted(title)}`}
          className="size-6 accent-brand"
        />
      </label>
    </IfMayAct>
  );
}

type LineProps = { noun: EditorialNoun; item: Item; at: Date; picked?: boolean | undefined };

export function ItemLine({ noun, item, at, picked = false }: LineProps) {
  const { id, slug, title, detail, more } = item;
  const { section, path } = CARDS[noun];
  return (
    <li className="grid gap-x-6 border-line border-t py-3 first:border-t-0 md:grid-cols-[minmax(0,1fr)_15rem] lg:grid-cols-[minmax(0,1fr)_auto]">
      <div className="flex min-w-0">
        {picked && <Pick item={item} />}
        <div className="min-w-0">
          <a href={paths.adminEdit(section, id)} className={`${link} font-semibold`}>
            {french(title)}
          </a>
          <p className="first-letter:uppercase">
            {detail && `${french(detail)} · `}
            <span className="text-muted text-sm">modifié le {formatShortDay(item.updatedAt)}</span>
          </p>
        </div>
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

/** What a list was asked for, but the page of it. */
export const askedFields = ({ page: _, ...query }: ListQuery): Record<string, string> =>
  Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1])));

type PickProps = { noun: EditorialNoun; query: ListQuery; total: number; children: ReactNode };

/** Around a list whose lines have a box: leads to what can be done to those that are ticked. */
export function PickForm({ noun, query, total, children }: PickProps) {
  return (
    <form action={paths.adminEdit(cardOf(noun).section, "en-nombre")} className="grid gap-4">
      <HiddenFields values={askedFields(query)} />
      {children}
      <IfMayAct>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <label className="flex min-h-11 cursor-pointer items-center gap-3">
            <input type="checkbox" name="toutes" value="oui" className="size-6 shrink-0 accent-brand" />
            <span>Toutes celles que la liste trouve ({counted(total, ...cardOf(noun).counted)})</span>
          </label>
          <Button look="secondary">Agir sur ce qui est coché</Button>
        </div>
      </IfMayAct>
    </form>
  );
}

type Props = { noun: EditorialNoun; items: readonly Item[]; at: Date; picked?: boolean };

/** @param picked each line has a box, for the form around the list */
export function ItemList({ noun, items, at, picked }: Props) {
  if (items.length === 0) return <p>Rien ne répond à cette recherche.</p>;
  return (
    <ul className="rounded-card border border-line bg-surface px-4 sm:px-6">
      {items.map((item) => (
        <ItemLine key={item.id} noun={noun} item={item} at={at} picked={picked} />
      ))}
    </ul>
  );
}
