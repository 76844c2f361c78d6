import { runTask } from "#lib/jobs/run-task";
import { forgetHeld } from "#lib/notices/held/mutations";
import { restingOf, restingPeople, writtenLately } from "#lib/notices/held/queries";
import { roomLeft, tellings } from "#lib/notices/held/rules";
import { writeTogether } from "#lib/notices/mutations";
import type { Transaction } from "#lib/platform/db";
import { underLock } from "#lib/seats/lock/mutations";

/** Tells people where they stand, once what was held rests. @returns how many messages were written */
export async function tellHeldNotices(at: Date): Promise<number> {
  let written = 0;
  for (const { personId, webinarIds } of await restingPeople(at)) {
    const told = await runTask("held notices", () => underLock(webinarIds, (tx) => tellPerson(tx, personId, at)));
    written += told ?? 0;
  }
  return written;
}

async function tellPerson(tx: Transaction, personId: string, at: Date): Promise<number> {
  const person = await tx.person.findUnique({ where: { id: personId }, select: { emailKey: true } });
  if (!person) return 0;
  const { held, over } = await restingOf(tx, personId, at);
  const [lately] = await writtenLately(tx, [{ ...person, registrationIds: [] }], at);
  const room = roomLeft(lately?.person ?? 0);
  const all = tellings(held);
  const told = all.slice(0, room);
  for (const { kind, registrationIds, ...more } of told)
    await writeTogether(tx, kind, registrationIds, { ...more, at, rested: true });
  const later = new Set(all.slice(room).flatMap(({ registrationIds }) => registrationIds));
  const done = [...over, ...held.map(({ registrationId }) => registrationId).filter((id) => !later.has(id))];
  await forgetHeld(tx, done);
  return told.length;
}
