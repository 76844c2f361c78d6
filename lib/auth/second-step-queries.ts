import { timingSafeEqual } from "node:crypto";
import { keyed } from "#lib/abuse/secret";
import { STEP_LIFE_MS } from "#lib/auth/rules";
import { db } from "#lib/platform/db";

const findUser = (id: string) =>
  db.user.findFirst({ where: { id, disabledAt: null }, select: { id: true, passwordHash: true, lockedUntil: true } });

const SHAPE = /^([0-9a-f-]{36})\.(\d{1,15})\.([\w-]{43})$/;

const signed = (userId: string, instant: string, passwordHash: string) =>
  keyed("second step", `${userId}.${instant}.${passwordHash}`);

/** Says that the password was right, to whoever is asked for the code: worth nothing by itself, nor once the password changes. */
export async function issueSecondStep(userId: string, at: Date): Promise<string> {
  const user = await findUser(userId);
  const instant = String(at.getTime());
  return `${userId}.${instant}.${signed(userId, instant, user?.passwordHash ?? "").toString("base64url")}`;
}

/** Whose code is awaited, and until when none is read after too many wrong ones. */
export async function findSecondStep(ticket: unknown, at: Date) {
  const [, userId = "", instant = "", signature = ""] = (typeof ticket === "string" && SHAPE.exec(ticket)) || [];
  const age = at.getTime() - Number(instant);
  const user = signature && age >= 0 && age < STEP_LIFE_MS ? await findUser(userId) : null;
  if (!user) return null;
  const right = timingSafeEqual(signed(userId, instant, user.passwordHash), Buffer.from(signature, "base64url"));
  return right ? { userId, lockedUntil: user.lockedUntil } : null;
}
