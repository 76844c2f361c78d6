import type { Element, ElementContent, Root, RootContent, Text } from "hast";
import { db } from "#lib/platform/db";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { visibleSql } from "#lib/publication/visibility";
import { isReferable } from "#lib/rich-text/references";
import type { LinkTarget } from "#lib/rich-text/schema";

type Node = Root | RootContent | ElementContent;

/** Where a reference leads; null for any other node. */
function referred(node: Node): string | null {
  if (node.type !== "element" || node.tagName !== "a" || node.children.length > 0) return null;
  const href = String(node.properties.href ?? "");
  return isReferable(href) ? href : null;
}

function referencesIn(node: Node): string[] {
  const href = referred(node);
  if (href !== null) return [href];
  return "children" in node ? node.children.flatMap(referencesIn) : [];
}

/** What a reader is told in place of what is no longer published. */
const lostWords = (href: string): string =>
  href.startsWith(paths.figure("")) ? "(ce chiffre n’est plus publié)" : "(ce terme n’est plus au glossaire)";

/** A text with the words that its references have. @param words by where they lead; those without any are lost */
function withWords(tree: Root, words: ReadonlyMap<string, string>): Root {
  function filled<N extends RootContent | ElementContent>(node: N): N | Element | Text {
    const href = referred(node);
    if (node.type !== "element") return node;
    if (href === null) return { ...node, children: node.children.map(filled) as ElementContent[] };
    const said = words.get(href);
    if (said === undefined) return { type: "text", value: lostWords(href) };
    return { ...node, children: [{ type: "text", value: french(said) }] };
  }
  return { ...tree, children: tree.children.map(filled) as RootContent[] };
}

/** The words that references have today, by where they lead: the value of a figure, the name of a term. Those that are lost have none. */
export async function referenceWords(hrefs: readonly string[], at: Date): Promise<ReadonlyMap<string, string>> {
  if (hrefs.length === 0) return new Map();
  const rows = await db.$queryRaw<{ href: string; words: string }[]>`
    SELECT * FROM (
      SELECT ${paths.figure("")} || n."slug" AS "href", n."value" AS "words" FROM "Figure" n WHERE ${visibleSql(at, "n")}
      UNION ALL SELECT ${paths.term("")} || e."slug", e."name" FROM "Term" e WHERE ${visibleSql(at, "e")}) referred
    WHERE "href" = ANY(${[...new Set(hrefs)]}) ORDER BY "href"`;
  return new Map(rows.map(({ href, words }) => [href, words]));
}

/** The texts of a page with the words that their references have today. Nothing is asked for texts without any. */
export async function withReferences<T extends Record<string, Root>>(texts: T, at: Date): Promise<T> {
  const hrefs = Object.values<Root>(texts).flatMap(referencesIn);
  if (hrefs.length === 0) return texts;
  const words = await referenceWords(hrefs, at);
  return Object.fromEntries(Object.entries<Root>(texts).map(([name, tree]) => [name, withWords(tree, words)])) as T;
}

/** References as the editor of texts is told of them: those that the public reads. */
export const referenceTargets = async (hrefs: readonly string[], at: Date): Promise<LinkTarget[]> =>
  [...(await referenceWords(hrefs, at))].map(([href, title]) => ({ href, title, kind: "" }));
