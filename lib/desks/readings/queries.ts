import { may } from "#lib/auth/abilities";
import { type Account, asViewer, type Viewer } from "#lib/auth/editor";
import { deskOf } from "#lib/desks/desks";
import type { SecondReading } from "#lib/desks/readings/schema";
import { type EditorialNoun, titleOf } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { inFrenchOrder } from "#lib/platform/text";
import { findWorkingCopy } from "#lib/revisions/queries";

/** Who may be asked to read: everybody else who can sign in. */
export async function listReaders({ userId }: Account): Promise<{ value: string; label: string }[]> {
  const users = await db.user.findMany({
    where: { disabledAt: null, id: { not: userId } },
    select: { id: true, name: true, role: true },
  });
  return inFrenchOrder(
    users.filter(({ role }) => may(role, "write")),
    ({ name }) => name,
  ).map(({ id, name }) => ({ value: id, label: name }));
}

const SHOWN = 20;

/** The readings of an item that were asked for: those that wait first, then the latest. Who sees no item but theirs sees what they asked. */
export async function listReadings(account: Account, itemId: string): Promise<SecondReading[]> {
  const { userId } = account;
  const rows = await db.secondReading.findMany({
    where: { itemId, ...(!asViewer(account) && { askedById: userId }) },
    orderBy: [{ answeredAt: { sort: "desc", nulls: "first" } }, { askedAt: "desc" }],
    take: SHOWN,
    include: { askedBy: { select: { name: true } }, askedOf: { select: { id: true, name: true } } },
  });
  return rows.map(({ askedBy, askedOf, ...row }) => ({
    ...row,
    askedBy: askedBy?.name ?? null,
    askedOf: askedOf.name,
    own: askedOf.id === userId,
  }));
}

/** What somebody is asked to read and has not answered, the oldest first; nothing of what was thrown away. */
export async function readingsAsked({ userId }: Viewer) {
  const trashed = await db.trashedItem.findMany({ select: { itemId: true } });
  const rows = await db.secondReading.findMany({
    where: { askedOfId: userId, answeredAt: null, itemId: { notIn: trashed.map(({ itemId }) => itemId) } },
    orderBy: { askedAt: "asc" },
    select: { noun: true, itemId: true, title: true, askedBy: { select: { name: true } } },
  });
  return rows.map(({ askedBy, noun, ...row }) => ({
    ...row,
    noun: noun as EditorialNoun,
    askedBy: askedBy?.name ?? null,
  }));
}

/** What is written of an item is called so; null when it is gone. */
export async function titleWritten(viewer: Viewer, noun: EditorialNoun, id: string): Promise<string | null> {
  const [row, copy] = await Promise.all([deskOf(noun).find(viewer, id), findWorkingCopy(viewer, noun, id)]);
  return copy?.title ?? (row && titleOf(noun, row));
}
