import { linesOf } from "#lib/forms/fields";
import { paths } from "#lib/platform/paths";
import { RELATION_TYPES, relationLabels } from "#lib/resources/relations/labels";
import type { RelationType } from "#prisma/enums";

export type RelationSide = "own" | "other";

/** Another document, and which of the two says how they are tied. */
export type Relation = { type: RelationType; side: RelationSide; slug: string; title: string };

export type EditedRelation = { type: RelationType; address: string };

export const MOST_RELATIONS = 20;
const ADDRESS = /^\/ressources\/[a-z0-9-]{1,120}$/;
const WORDS = RELATION_TYPES.map((type) => relationLabels[type].own).join(", ");

const plain = (words: string) => words.trim().replace(/\s+/g, " ").toLocaleLowerCase("fr");

/** Relations as the edit form shows them: one a line, its words then an address. */
export const relationsAsLines = (relations: readonly EditedRelation[]): string =>
  relations.map(({ type, address }) => `${relationLabels[type].own} ${address}`).join("\n");

export const addressOf = (slug: string): string => paths.resource(slug);

/** The end of the address of a document. */
export const slugAt = (address: string): string => address.slice(paths.resource("").length);

/** Relations as they are typed: one a line, its words, a space, an address of the library. Each once. */
export const relationLines = linesOf(MOST_RELATIONS).transform((lines, context): EditedRelation[] => {
  const relations = lines.flatMap((line) => {
    const cut = line.lastIndexOf(" ") + 1;
    const [words, address] = [plain(line.slice(0, cut)), line.slice(cut)];
    const type = RELATION_TYPES.find((one) => plain(relationLabels[one].own) === words);
    if (!type)
      context.addIssue({
        code: "custom",
        message: `«\u202F${line}\u202F»\u00A0: commencez par l’un de ces mots\u00A0: ${WORDS}.`,
      });
    if (!ADDRESS.test(address))
      context.addIssue({
        code: "custom",
        message: `«\u202F${line}\u202F»\u00A0: finissez par l’adresse d’une ressource de ce portail, par exemple /ressources/rapport-phare.`,
      });
    return type ? [{ type, address }] : [];
  });
  if (new Set(relations.map(({ type, address }) => `${type} ${address}`)).size < relations.length)
    context.addIssue({ code: "custom", message: "Un même lien est donné deux fois." });
  return relations;
});
