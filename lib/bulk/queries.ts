import type { Viewer } from "#lib/auth/editor";
import { actName, parseAct } from "#lib/bulk/acts";
import { type Asked, judged } from "#lib/bulk/outcomes";
import {
  type Act,
  type ActGroup,
  type Choice,
  type DoneChange,
  type Foreseen,
  UNDONE_WITHIN_DAYS,
} from "#lib/bulk/schema";
import { deskOf } from "#lib/desks/desks";
import type { EditField } from "#lib/edit-forms/schema";
import type { Narrowing } from "#lib/nouns/card";
import { cardOf, type EditorialNoun } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { quoted } from "#lib/platform/text";
import { stateSql } from "#lib/publication/visibility";
import { listOwners } from "#lib/reviews/queries";

const PUBLICATION: readonly Choice[] = [
  { value: "publish", label: "Mettre en ligne" },
  { value: "withdraw", label: "Retirer du site, en disant pourquoi" },
  { value: "mistake", label: "Retirer du site ce qui n’aurait pas dû y être" },
  { value: "trash", label: "Jeter ce qui n’a jamais été en ligne" },
];

function choicesOf(narrowing: Narrowing, fields: readonly EditField[]): ActGroup {
  const { label, field, kept, none } = narrowing;
  const known = fields.find(({ name }) => name === field);
  const options = known && "options" in known ? known.options : [];
  if (kept === "one") {
    const set = options.map((option) => ({
      ...option,
      value: actName({ kind: "set", narrowing, value: option.value }),
    }));
    return {
      label,
      acts: none ? [...set, { value: actName({ kind: "set", narrowing, value: null }), label: none }] : set,
    };
  }
  const acts = (["add", "remove"] as const).flatMap((kind) =>
    options.map(({ value, label: words }) => ({
      value: actName({ kind, narrowing, value }),
      label: `${kind === "add" ? "Ajouter" : "Retirer"} ${quoted(words)}`,
    })),
  );
  return { label, acts };
}

/** What can be done to many items of a noun: how each is published, reviewed and narrowed. */
export async function listBulkActs(viewer: Viewer, noun: EditorialNoun): Promise<ActGroup[]> {
  const narrowings = cardOf(noun).narrowings ?? [];
  const [fields, owners] = await Promise.all([
    narrowings.length ? deskOf(noun).fields(viewer) : [],
    listOwners(viewer),
  ]);
  const assigned = owners.map(({ id, name }) => ({
    value: actName({ kind: "assign", ownerId: id }),
    label: `Responsable\u00A0: ${name}`,
  }));
  return [
    { label: "Publication", acts: PUBLICATION },
    ...narrowings.map((narrowing) => choicesOf(narrowing, fields)),
    {
      label: "Relecture",
      acts: [
        { value: "review", label: "Marquer comme relues aujourd’hui" },
        ...assigned,
        { value: actName({ kind: "assign", ownerId: null }), label: "Sans responsable" },
      ],
    },
  ];
}

/** An act that may be chosen, by the name that forms give it; null when there is none. */
export async function findBulkAct(
  viewer: Viewer,
  noun: EditorialNoun,
  name: string,
): Promise<{ act: Act; words: string; required: boolean } | null> {
  const [act, groups] = [parseAct(noun, name), await listBulkActs(viewer, noun)];
  const group = groups.find(({ acts }) => acts.some(({ value }) => value === name));
  const chosen = group?.acts.find(({ value }) => value === name);
  if (!act || !chosen || !group) return null;
  if (!("narrowing" in act)) return { act, words: chosen.label, required: false };
  const fields = await deskOf(noun).fields(viewer);
  const required = fields.some((field) => field.name === act.narrowing.field && field.required === true);
  return { act, words: `${group.label}\u00A0: ${chosen.label}`, required };
}

/** What an act would do to what is chosen, the most frequent first. */
export const foresee = (_viewer: Viewer, asked: Asked, at: Date): Promise<Foreseen[]> =>
  db.$queryRaw<Foreseen[]>`
    SELECT "outcome", count(*)::int AS "count", count(*) FILTER (WHERE ${stateSql("published", at)})::int AS "online",
      (array_agg("title" ORDER BY "updatedAt" DESC, "slug"))[1:5] AS "titles"
    FROM ${judged(asked, at)} GROUP BY "outcome" ORDER BY "count" DESC, "outcome"`;

const DAY_MS = 86_400_000;
const SHOWN = 10;
export const undoableSince = (at: Date): Date => new Date(at.getTime() - UNDONE_WITHIN_DAYS * DAY_MS);

/** The latest changes of a list, those that may still be undone. */
export async function listBulkChanges(_viewer: Viewer, noun: EditorialNoun, at: Date): Promise<DoneChange[]> {
  const rows = await db.bulkChange.findMany({
    where: { noun, at: { gt: undoableSince(at) } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: SHOWN,
    select: { id: true, words: true, count: true, at: true, undoneAt: true, author: { select: { name: true } } },
  });
  return rows.map(({ author, ...row }) => ({ ...row, author: author?.name ?? null }));
}
