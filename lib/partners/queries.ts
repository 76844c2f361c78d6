import { type Partner, viewerOfOwn } from "#lib/auth/editor";
import { deskOf } from "#lib/desks/desks";
import { missingToPublish } from "#lib/desks/missing";
import { listReaders, listReadings } from "#lib/desks/readings/queries";
import { writtenOf } from "#lib/desks/written";
import { fieldValues } from "#lib/edit-forms/fields";
import { listItems } from "#lib/items/queries";
import { listQuery } from "#lib/items/schema";
import { titleOf } from "#lib/nouns/cards";
import { countBrought } from "#lib/partner-links/queries";
import { ownFields } from "#lib/partners/rules";
import type { OwnNoun } from "#lib/partners/schema";
import { db, type Transaction } from "#lib/platform/db";
import { findLatestRevision, findWorkingCopy } from "#lib/revisions/queries";

/** Whether an item is that partner’s now; what was thrown away is nobody’s. Holds until whoever locked the item ends. */
export async function isOwn(
  client: Transaction,
  { centreId }: Partner,
  { noun, id }: { noun: OwnNoun; id: string },
): Promise<boolean> {
  if (await client.trashedItem.count({ where: { itemId: id } })) return false;
  return noun === "centre"
    ? id === centreId
    : (await client.resourceCentre.count({ where: { resourceId: id, centreId } })) > 0;
}

/** What a partner writes of an item; null when it is not of their centre. */
export async function openOwn(partner: Partner, noun: OwnNoun, id: string) {
  if (!(await isOwn(db, partner, { noun, id }))) return null;
  const viewer = viewerOfOwn(partner);
  const desk = deskOf(noun);
  const [row, latest] = await Promise.all([desk.find(viewer, id), findLatestRevision(viewer, noun, id)]);
  if (!row) return null;
  const { fields, values, version, copy } = await writtenOf(viewer, noun, row, latest);
  return {
    row,
    title: copy?.title ?? titleOf(noun, row),
    /** Everything that is written of it, beside what is given to the partner. */
    all: { values, stored: fieldValues(fields, desk.values(row)) },
    fields: ownFields(fields),
    version,
    copy,
    saved: { who: latest?.author ?? null, at: latest?.at ?? row.updatedAt },
  };
}

/** What the screen of an item shows a partner; null when it is not of their centre. */
export async function openOwnEdition(partner: Partner, noun: OwnNoun, id: string) {
  const opened = await openOwn(partner, noun, id);
  if (!opened) return null;
  const [readers, readings, missing] = await Promise.all([
    listReaders(partner),
    listReadings(partner, id),
    missingToPublish(noun, opened.fields, opened.all.values),
  ]);
  const choices = opened.fields.map(({ name, label }) => ({ value: name, label }));
  return { ...opened, missing, reading: { values: { noun, id }, readers, readings, fields: choices } };
}

/** What the centre of a partner holds: its page, and its resources in the order of their titles. @param query of the address */
export async function listOwn(partner: Partner, query: Readonly<Record<string, unknown>>, at: Date) {
  const { centreId: centre } = partner;
  const viewer = viewerOfOwn(partner);
  const { page } = listQuery.parse(query);
  const [row, copy, resources, links] = await Promise.all([
    db.centre.findUniqueOrThrow({ where: { id: centre } }),
    findWorkingCopy(viewer, "centre", centre),
    listItems(viewer, "resource", listQuery.parse({ page, centre, tri: "titre" }), at),
    countBrought(partner, at),
  ]);
  return { centre: { ...row, title: row.name, changed: copy !== null }, resources, links };
}
