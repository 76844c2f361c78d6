import { beforeEach, describe, expect, it } from "vitest";
import { keepSession } from "#lib/auth/activity-mutations";
import { SESSION_ENDS } from "#lib/auth/labels";
import { closeSession, openSession } from "#lib/auth/session-mutations";
import { findSession } from "#lib/auth/session-queries";
import { db } from "#lib/platform/db";
import { tokenHash } from "#lib/platform/tokens";
import { AT, HOUR, later, MINUTE } from "#tests/support/clock";
import { makeUser } from "#tests/support/factories";

let user: { id: string; email: string; name: string };
let token: string;

beforeEach(async () => {
  user = await makeUser();
  ({ token } = await openSession(db, { userId: user.id, userAgent: "Navigateur" }, AT));
});

/** Stays active, half an hour at a time, until an instant. */
async function stayActive(until: Date): Promise<void> {
  for (let at = AT; at < until; at = later(30 * MINUTE, at)) await keepSession(token, at);
}

describe("a session", () => {
  it("tells who holds its token", async () => {
    expect(await findSession(token, AT)).toEqual({
      account: { userId: user.id, name: user.name, role: "administrator", centreId: null },
      email: user.email,
      expiresAt: later(12 * HOUR),
      key: tokenHash(token).toString("base64url"),
      provenAt: AT,
      secondFactorDue: expect.any(Date),
      hasSecondFactor: false,
    });
  });

  it("keeps nothing that could be put in a cookie", async () => {
    const [row] = await db.userSession.findMany();
    expect(Buffer.from(row?.tokenHash ?? [])).toEqual(tokenHash(token));
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it.each([undefined, null, "", "x", "é".repeat(43), `${"a".repeat(43)}`, 12, {}])(
    "is nobody’s for %j",
    async (other) => {
      expect(await findSession(other, AT)).toBeNull();
    },
  );

  it("ends when it is left alone for two hours", async () => {
    expect(await findSession(token, later(2 * HOUR - 1))).not.toBeNull();
    expect(await findSession(token, later(2 * HOUR))).toBeNull();
  });

  it("ends after twelve hours, however active", async () => {
    await stayActive(later(12 * HOUR));
    expect(await findSession(token, later(12 * HOUR - 1))).not.toBeNull();
    expect(await findSession(token, later(12 * HOUR))).toBeNull();
  });

  it("is kept by each request, for two hours from that one and not a second less", async () => {
    for (const used of [1, 1000, MINUTE - 1, HOUR]) {
      await keepSession(token, later(used));
      expect(await findSession(token, later(used + 2 * HOUR - 1)), String(used)).not.toBeNull();
      expect(await findSession(token, later(used + 2 * HOUR)), String(used)).toBeNull();
    }
  });

  it("is not brought back by a request of a process whose clock is late", async () => {
    await keepSession(token, later(HOUR));
    await keepSession(token, later(MINUTE));
    expect(await db.userSession.findFirst()).toMatchObject({ lastSeenAt: later(HOUR) });
  });

  it("lasts as long as the sign-in page says", () => {
    expect(SESSION_ENDS).toContain("après 2\u00A0heures sans rien demander");
    expect(SESSION_ENDS).toContain("12\u00A0heures après la connexion");
  });

  it("ends for good when its account is disabled: enabled again, it finds neither sessions nor delays", async () => {
    const where = { id: user.id };
    await db.user.update({ where, data: { failedTries: 7, lockedUntil: later(HOUR) } });
    await db.user.update({ where, data: { disabledAt: AT } });
    await openSession(db, { userId: user.id, userAgent: null }, AT);
    await db.user.update({ where, data: { disabledAt: null } });
    expect(await db.userSession.count()).toBe(0);
    expect(await findSession(token, AT)).toBeNull();
    expect(await db.user.findUnique({ where })).toMatchObject({ failedTries: 0, lockedUntil: null });
  });

  it("ends when the password changes, and not when the name does", async () => {
    await db.user.update({ where: { id: user.id }, data: { name: "Camille" } });
    expect(await findSession(token, AT)).not.toBeNull();
    await db.user.update({ where: { id: user.id }, data: { passwordHash: "autre" } });
    expect(await findSession(token, AT)).toBeNull();
  });

  it("ends with the account, and follows its role", async () => {
    await db.user.update({ where: { id: user.id }, data: { role: "editor" } });
    expect(await findSession(token, AT)).toMatchObject({ account: { role: "editor" }, secondFactorDue: null });
    await db.user.update({ where: { id: user.id }, data: { disabledAt: AT } });
    expect(await findSession(token, AT)).toBeNull();
  });

  it("is closed for good by a sign-out: a copy of its token opens nothing", async () => {
    await closeSession(token, later(MINUTE));
    expect(await findSession(token, later(MINUTE))).toBeNull();
    await keepSession(token, later(2 * MINUTE));
    expect(await findSession(token, later(2 * MINUTE))).toBeNull();
  });

  it("leaves the other sessions of the same person open", async () => {
    const other = await openSession(db, { userId: user.id, userAgent: null }, AT);
    expect(other.token).not.toBe(token);
    await closeSession(token, AT);
    expect(await findSession(other.token, AT)).not.toBeNull();
  });

  it("sweeps the ended ones of the same person when a new one opens", async () => {
    await openSession(db, { userId: user.id, userAgent: null }, later(13 * HOUR));
    expect(await db.userSession.count()).toBe(1);
  });

  it("is written in the journal, opening and closing, once each", async () => {
    await Promise.all([closeSession(token, AT), closeSession(token, AT)]);
    const entries = await db.auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(entries.map(({ action, userId }) => [action, userId])).toEqual([
      ["session.open", user.id],
      ["session.close", user.id],
    ]);
  });
});
