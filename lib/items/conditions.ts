import { type ListQuery, NONE } from "#lib/items/schema";
import { tableOf } from "#lib/items/sql";
import { cardOf, type EditorialNoun } from "#lib/nouns/cards";
import { inParis } from "#lib/platform/dates";
import { slugify } from "#lib/platform/text";
import { stateSql } from "#lib/publication/visibility";
import { isFunctionWord } from "#lib/search/words";
import { Prisma } from "#prisma/client";

/** Words that say something: « de la » beside another is in every text. */
function tellingWords(typed: string): string[] {
  const words = slugify(typed).split("-").filter(Boolean);
  const telling = words.filter((word) => !isFunctionWord(word));
  return telling.length ? telling : words;
}

/** Trigrams find a part of a word of three letters. */
const TRIGRAM = 3;

/** What titles, other names, authors and summaries say, as a condition on « e »: a part of a title, the beginning of the rest. */
export const saying = (typed: string): Prisma.Sql[] =>
  tellingWords(typed).map((word) => {
    const letters = word.length < TRIGRAM ? `% ${word}%` : `%${word}%`;
    return Prisma.sql`(search_letters(e."spelling") LIKE ${letters}
      OR search_leads(e."vector") @@ to_tsquery('french_unaccent', ${`${word}:*`}))`;
  });

/** What has no entry in the search, or another title than there: all the words are in the title of its working copy. */
export const named = (typed: string): Prisma.Sql =>
  Prisma.join(
    tellingWords(typed).map((word) => Prisma.sql`strpos(search_fold("title"), ${word}) > 0`),
    " AND ",
  );

/** Online, and written anew since. */
export const CHANGED = (at: Date): Prisma.Sql => Prisma.sql`"changed" AND ${stateSql("published", at)}`;

const column = (name: string) => Prisma.raw(`"${name}"`);

/** Which rows of a noun a choice designates. */
function narrowed(noun: EditorialNoun, query: ListQuery): Prisma.Sql[] {
  return (cardOf(noun).narrowings ?? []).flatMap(({ name, field, kept }) => {
    const chosen = query[name];
    if (chosen === undefined) return [];
    const rows = Prisma.raw(`SELECT "id" FROM ${tableOf(noun)}`);
    const of = (condition: Prisma.Sql) => Prisma.sql`"id" IN (${rows} WHERE ${condition})`;
    if (kept === "one")
      return of(
        chosen === NONE ? Prisma.sql`${column(field)} IS NULL` : Prisma.sql`${column(field)}::text = ${chosen}`,
      );
    if (kept === "several")
      return of(
        chosen === NONE ? Prisma.sql`${column(field)} = '{}'` : Prisma.sql`${chosen} = ANY(${column(field)}::text[])`,
      );
    const [own, table, other] = [column(kept.own), column(kept.table), column(kept.other)];
    return chosen === NONE
      ? Prisma.sql`"id" NOT IN (SELECT ${own} FROM ${table})`
      : Prisma.sql`"id" IN (SELECT ${own} FROM ${table} WHERE ${other}::text = ${chosen})`;
  });
}

export const oneYearBefore = (at: Date): Date => new Date(inParis(at).subtract({ years: 1 }).epochMilliseconds);

/** The items of a noun that the address of its list designates, whatever their state. */
export function designated(noun: EditorialNoun, query: ListQuery, at: Date): Prisma.Sql {
  const { q, fiabilite, quand, relue } = query;
  const said = saying(q);
  const hasDate = cardOf(noun).order === "startsAt";
  return Prisma.join(
    [
      Prisma.sql`TRUE`,
      ...(said.length
        ? [
            Prisma.sql`("id" IN (
              SELECT e."itemId" FROM "SearchEntry" e WHERE e."noun" = ${noun} AND ${Prisma.join(said, " AND ")})
              OR ("changed" AND ${named(q)}))`,
          ]
        : []),
      ...(fiabilite ? [Prisma.sql`"confidence"::text = ${fiabilite}`] : []),
      ...narrowed(noun, query),
      ...(hasDate && quand === "a-venir" ? [Prisma.sql`"startsAt" > ${at}`] : []),
      ...(hasDate && quand === "passees" ? [Prisma.sql`"startsAt" <= ${at}`] : []),
      ...(relue
        ? [
            Prisma.sql`"updatedAt" < ${oneYearBefore(at)} AND "id" NOT IN (SELECT r."itemId" FROM "ItemReview" r
              WHERE r."noun" = ${noun} AND r."reviewedAt" >= ${oneYearBefore(at)})`,
          ]
        : []),
    ],
    " AND ",
  );
}

export function inState({ etat }: ListQuery, at: Date): Prisma.Sql {
  if (etat === "changed") return CHANGED(at);
  return etat ? stateSql(etat, at) : Prisma.sql`TRUE`;
}

const own = {
  position: () => Prisma.sql`"position", "slug"`,
  title: () => Prisma.sql`"title" COLLATE "french", "slug"`,
  // The next one first, then those to come, then the past from the latest.
  startsAt: (at: Date) =>
    Prisma.sql`"startsAt" > ${at} DESC, CASE WHEN "startsAt" > ${at} THEN "startsAt" END, "startsAt" DESC, "slug"`,
  updatedAt: () => Prisma.sql`"updatedAt" DESC, "slug"`,
};

const asked = { titre: own.title, recentes: own.updatedAt, anciennes: () => Prisma.sql`"updatedAt", "slug"` };

export const orderOf = (noun: EditorialNoun, tri: ListQuery["tri"], at: Date): Prisma.Sql =>
  tri ? asked[tri]() : own[cardOf(noun).order](at);
