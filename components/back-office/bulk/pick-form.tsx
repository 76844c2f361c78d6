import type { ReactNode } from "react";
import { HiddenFields } from "#components/forms/hidden-fields";
import { IfMayAct } from "#components/forms/may-act";
import { Button } from "#components/ui/button";
import type { ListQuery } from "#lib/items/schema";
import { cardOf, type EditorialNoun } from "#lib/nouns/cards";
import { paths } from "#lib/platform/paths";
import { counted } from "#lib/platform/text";

/** What a list was asked for, but the page of it. */
export const askedFields = ({ page: _, ...query }: ListQuery): Record<string, string> =>
  Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1])));

type Props = { noun: EditorialNoun; query: ListQuery; total: number; children: ReactNode };

/** Around a list whose lines have a box: leads to what can be done to those that are ticked. */
export function PickForm({ noun, query, total, children }: Props) {
  return (
    <form action={paths.adminBulk(cardOf(noun).section)} className="grid gap-4">
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
