import type { Viewer } from "#lib/auth/editor";
import type {
  EditedOrganisation,
  NamedOrganisation,
  OrganisationDetail,
  OrganisationEntry,
} from "#lib/organisations/schema";
import { db, type Transaction } from "#lib/platform/db";
import { inFrenchOrder } from "#lib/platform/text";
import { editedColumns } from "#lib/publication/columns";
import { visibleAt } from "#lib/publication/rules";
import type { Prisma } from "#prisma/client";

const entryColumns = {
  slug: true,
  name: true,
  aliases: true,
  kind: true,
  summary: true,
} as const satisfies Prisma.OrganisationSelect;

const detailColumns = {
  ...entryColumns,
  signatures: true,
  url: true,
  source: true,
  confidence: true,
} as const satisfies Prisma.OrganisationSelect;

const labelsOf = ({ name, aliases, signatures }: { name: string; aliases: string[]; signatures: string[] }) => [
  name,
  ...aliases,
  ...signatures,
];

export const listOrganisations = async (at: Date): Promise<OrganisationEntry[]> =>
  inFrenchOrder(await db.organisation.findMany({ where: visibleAt(at), select: entryColumns }), ({ name }) => name);

/** @returns null when the public may not see it */
export async function findOrganisation(
  slug: string,
  at: Date,
  shown: object = visibleAt(at),
): Promise<OrganisationDetail | null> {
  const row = await db.organisation.findFirst({ where: { slug, ...shown }, select: detailColumns });
  if (!row) return null;
  const { signatures: _, ...organisation } = row;
  return { ...organisation, labels: labelsOf(row) };
}

/** The visible organisations that some publishers and partners name. */
export async function organisationsNamed(labels: readonly string[], at: Date): Promise<NamedOrganisation[]> {
  if (labels.length === 0) return [];
  const names = [...labels];
  const rows = await db.organisation.findMany({
    where: {
      ...visibleAt(at),
      OR: [{ name: { in: names } }, { aliases: { hasSome: names } }, { signatures: { hasSome: names } }],
    },
    select: { slug: true, name: true, aliases: true, signatures: true },
    orderBy: { name: "asc" },
  });
  return rows.map((row) => ({ slug: row.slug, name: row.name, labels: labelsOf(row) }));
}

/** The values of the edit form, null when there is none. @param client the transaction that is about to write them */
export async function findOrganisationForEditor(
  _editor: Viewer,
  id: string,
  client: Transaction = db,
): Promise<EditedOrganisation | null> {
  return client.organisation.findUnique({ where: { id }, select: { ...editedColumns, ...detailColumns } });
}
