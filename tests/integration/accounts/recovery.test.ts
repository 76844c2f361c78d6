import { beforeEach, describe, expect, it } from "vitest";
import { findAccountLink } from "#lib/accounts/link-queries";
import { askPasswordLink, changePasswordByLink, forgetOldAccountMatters } from "#lib/accounts/recovery-mutations";
import { hashPassword, isPassword } from "#lib/auth/passwords";
import { openSession } from "#lib/auth/session-mutations";
import { findSession } from "#lib/auth/session-queries";
import { findMail } from "#lib/notices/outbox/queries";
import { db } from "#lib/platform/db";
import { AT, DAY, HOUR, later, MINUTE } from "#tests/support/clock";
import { makeEditor, makeUser } from "#tests/support/factories";
import { withQueues } from "#tests/support/registrations";

withQueues();

const EMAIL = "camille@exemple.fr";
const NEW = "une tout autre phrase que la première";
const NETWORK = "203.0.113.7";
const passwordHash = await hashPassword("une phrase que personne ne devine");

let userId: string;
beforeEach(async () => {
  userId = (await makeUser({ email: EMAIL, name: "Camille", passwordHash })).id;
});

const mails = (kind: string) => db.outgoingMail.findMany({ where: { kind }, orderBy: { rank: "asc" } });
async function linked(at = AT): Promise<string> {
  await askPasswordLink(EMAIL, NETWORK, at);
  const text = (await mails("account-password-link")).at(-1)?.text ?? "";
  return /\/connexion\/mot-de-passe\/([\w-]{43})/.exec(text)?.[1] ?? "";
}
const kept = () => db.user.findUniqueOrThrow({ where: { id: userId } });

describe("a forgotten password", () => {
  it("is replaced by a link that the mailbox of the account receives", async () => {
    const token = await linked();
    expect(await findAccountLink(token, "password", AT)).toMatchObject({ user: { email: EMAIL } });
    expect(await changePasswordByLink(token, NEW, later(MINUTE))).toEqual({ ok: true });
    expect(await isPassword(NEW, (await kept()).passwordHash)).toBe(true);
  });

  it("is asked for however the address is typed", async () => {
    await askPasswordLink(" Camille@EXEMPLE.fr", NETWORK, AT);
    expect(await mails("account-password-link")).toMatchObject([{ to: EMAIL, staleAt: later(HOUR) }]);
    const jobs = await db.$queryRaw`SELECT priority FROM pgboss.job WHERE name = 'mail.deliver'`;
    // Reminders have none: whoever asked waits for this one.
    expect(jobs).toEqual([{ priority: 1 }]);
  });

  it("leads nowhere for who has no account, or a disabled one", async () => {
    await db.user.update({ where: { id: userId }, data: { disabledAt: AT } });
    await askPasswordLink(EMAIL, NETWORK, AT);
    await askPasswordLink("personne@exemple.fr", NETWORK, AT);
    expect(await db.outgoingMail.count()).toBe(0);
    expect(await db.accountLink.count()).toBe(0);
  });

  it("opens nothing once the account is disabled", async () => {
    const token = await linked();
    await db.user.update({ where: { id: userId }, data: { disabledAt: AT } });
    expect(await findAccountLink(token, "password", AT)).toBeNull();
    expect(await changePasswordByLink(token, NEW, AT)).toMatchObject({ ok: false });
  });

  it("is set within the hour", async () => {
    const token = await linked();
    expect(await findAccountLink(token, "password", later(HOUR - 1))).not.toBeNull();
    expect(await findAccountLink(token, "password", later(HOUR))).toBeNull();
    expect(await changePasswordByLink(token, NEW, later(HOUR))).toEqual({ ok: false, reason: "unclaimed" });
    expect((await kept()).passwordHash).toBe(passwordHash);
  });

  it("is set once by a link, whoever uses it at the same time, and ends the other links", async () => {
    const [first, second] = [await linked(), await linked(later(MINUTE))];
    const outcomes = await Promise.all([1, 2, 3].map(() => changePasswordByLink(second, NEW, later(MINUTE))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await changePasswordByLink(first, "encore une autre phrase", later(MINUTE))).toMatchObject({ ok: false });
  });

  it("is not set by looking at its link", async () => {
    const token = await linked();
    for (let look = 0; look < 3; look++) await findAccountLink(token, "password", AT);
    expect(await changePasswordByLink(token, NEW, AT)).toEqual({ ok: true });
  });

  it.each(["", "x", "a".repeat(43), "é".repeat(43)])("is not set by « %s »", async (token) => {
    expect(await findAccountLink(token, "password", AT)).toBeNull();
    expect(await changePasswordByLink(token, NEW, AT)).toEqual({ ok: false, reason: "unclaimed" });
  });

  it("once changed closes the sessions, leaves the second factor, and is told to its owner and to the journal", async () => {
    await db.user.update({ where: { id: userId }, data: { totpSecret: "GARDE" } });
    const { token: session } = await openSession(db, { userId, userAgent: null }, AT);
    await changePasswordByLink(await linked(), NEW, AT);
    expect(await findSession(session, AT)).toBeNull();
    expect(await kept()).toMatchObject({ totpSecret: "GARDE" });
    expect(await mails("account-password-changed")).toMatchObject([
      { to: EMAIL, subject: "Votre mot de passe a été changé" },
    ]);
    const entries = await db.auditEntry.findMany({ where: { action: { startsWith: "user.password" } } });
    expect(entries.map(({ action, userId: who }) => [action, who]).sort()).toEqual([
      ["user.password", userId],
      ["user.password-link", null],
    ]);
  });
});

describe("whoever asks for links", () => {
  it("writes to one mailbox three times an hour", async () => {
    for (let time = 0; time < 5; time++) await askPasswordLink(EMAIL, `203.0.113.${time}`, AT);
    expect(await mails("account-password-link")).toHaveLength(3);
    await askPasswordLink(EMAIL, NETWORK, later(HOUR));
    expect(await mails("account-password-link")).toHaveLength(4);
  });

  it("asks twenty times an hour from one network, accounts or not, and is not refused without a network", async () => {
    for (let time = 0; time < 20; time++) await askPasswordLink(`personne${time}@exemple.fr`, NETWORK, AT);
    await askPasswordLink(EMAIL, NETWORK, AT);
    expect(await db.outgoingMail.count()).toBe(0);
    await askPasswordLink(EMAIL, null, AT);
    expect(await db.outgoingMail.count()).toBe(1);
  });
});

describe("the outbox", () => {
  it("shows the team a message about an account without its link, though it waits to leave", async () => {
    const token = await linked();
    const [row] = await mails("account-password-link");
    expect(row?.text).toContain(token);
    const shown = await findMail(await makeEditor(), row?.id ?? "");
    expect(shown?.text).toContain("/connexion/mot-de-passe/•••");
    expect(JSON.stringify(shown)).not.toContain(token);
  });

  it("forgets such messages after a month, and links once they open nothing", async () => {
    await linked();
    await db.outgoingMail.updateMany({ data: { status: "sent" } });
    await forgetOldAccountMatters(later(HOUR - 1));
    expect([await db.accountLink.count(), await db.outgoingMail.count()]).toEqual([1, 1]);
    await forgetOldAccountMatters(later(30 * DAY - 1));
    expect([await db.accountLink.count(), await db.outgoingMail.count()]).toEqual([0, 1]);
    await forgetOldAccountMatters(later(30 * DAY));
    expect(await db.outgoingMail.count()).toBe(0);
  });
});
