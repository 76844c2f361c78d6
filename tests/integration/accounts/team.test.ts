import { beforeEach, describe, expect, it } from "vitest";
import { askEmailChange, changeOwnPassword, closeOwnSessions, confirmEmail, rename } from "#lib/accounts/own-mutations";
import { findOwnAccount, listCentresOfPartners, listColleagues, listInvitations } from "#lib/accounts/queries";
import { askPasswordLink, changePasswordByLink } from "#lib/accounts/recovery-mutations";
import { invitationForm } from "#lib/accounts/schema";
import {
  changeRole,
  closeSessionsOf,
  inviteColleague,
  setDisabled,
  withdrawInvitation,
} from "#lib/accounts/team-mutations";
import { type Administrator, accountOf, asAdministrator, asPartner, asViewer } from "#lib/auth/editor";
import { acceptInvitation } from "#lib/auth/invitation-mutations";
import { findInvitation } from "#lib/auth/invitation-queries";
import { isPassword } from "#lib/auth/passwords";
import { openSession } from "#lib/auth/session-mutations";
import { findSession } from "#lib/auth/session-queries";
import { db } from "#lib/platform/db";
import { AT, DAY, HOUR, later, MINUTE } from "#tests/support/clock";
import { makeCentre, makeUser, unknownId } from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";
import { withQueues } from "#tests/support/registrations";

withQueues();

async function administrator(name: string): Promise<Administrator & { email: string }> {
  const { id, role, email } = await makeUser({ name });
  const proof = asAdministrator(accountOf({ userId: id, name, role }));
  if (!proof) throw new Error("no administrator");
  return { ...proof, email };
}

let anne: Administrator & { email: string };
beforeEach(async () => {
  anne = await administrator("Anne");
});

const INVITED = "bruno@exemple.fr";
const account = (id: string) => db.user.findUniqueOrThrow({ where: { id } });
const lastText = async (kind: string) =>
  (await db.outgoingMail.findMany({ where: { kind }, orderBy: { rank: "desc" } }))[0]?.text ?? "";
const tokenIn = (text: string) => /\/([\w-]{43})(?![\w-])/.exec(text)?.[1] ?? "";
const acts = async () => (await db.auditEntry.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action);

describe("a colleague who is invited", () => {
  const invited = async (role: "editor" | "reader" | "administrator" = "editor", at = AT) => {
    expect(await inviteColleague(anne, { email: " Bruno@Exemple.fr", role }, at)).toEqual({ ok: true });
    return tokenIn(await lastText("account-invitation"));
  };

  it("chooses a password that nobody else knows, under the address and the role of the invitation", async () => {
    const token = await invited("reader");
    const typed = { email: "autre@exemple.fr", name: "Bruno", password: "une phrase que personne ne devine" };
    expect(await acceptInvitation(token, typed, later(7 * DAY - 1))).toMatchObject({ ok: true });
    expect(await db.user.findUnique({ where: { email: INVITED } })).toMatchObject({ role: "reader", name: "Bruno" });
    expect(await acceptInvitation(token, typed, later(MINUTE))).toMatchObject({ ok: false });
  });

  it("is proposed the centres that are online, in their order", async () => {
    const made = [
      await makeCentre({ name: "B", position: 1 }),
      await makeCentre({ name: "A", position: 2 }),
      await makeCentre({ name: "C", position: 2 }),
    ];
    await makeCentre({ publishedAt: null });
    expect(await listCentresOfPartners(anne, AT)).toEqual(made.map(({ id, name }) => ({ id, name })));
  });

  it("belongs to the centre that was chosen, as a partner", async () => {
    const [centre, other, draft] = [await makeCentre(), await makeCentre(), await makeCentre({ publishedAt: null })];
    const invitedTo = (centreId: string | null) =>
      inviteColleague(anne, { email: INVITED, role: "partner", centreId }, AT);
    for (const refused of [null, draft.id, unknownId()])
      expect(await invitedTo(refused)).toEqual({ ok: false, reason: "no-centre" });
    expect(await invitedTo(centre.id)).toEqual({ ok: true });
    expect(await listInvitations(anne, AT)).toMatchObject([{ role: "partner", centre: centre.name }]);
    const typed = { email: INVITED, name: "Bruno", password: "une phrase que personne ne devine" };
    expect(await acceptInvitation(tokenIn(await lastText("account-invitation")), typed, AT)).toMatchObject({
      ok: true,
    });
    const { id, ...bruno } = await db.user.findUniqueOrThrow({ where: { email: INVITED } });
    expect(bruno).toMatchObject({ role: "partner", centreId: centre.id });
    const { token } = await openSession(db, { userId: id, userAgent: null }, AT);
    const seen = async () => {
      const session = await findSession(token, AT);
      return session && { partner: asPartner(session.account)?.centreId ?? null, viewer: asViewer(session.account) };
    };
    expect(await seen()).toEqual({ partner: centre.id, viewer: null });
    expect(await changeRole(anne, id, { role: "partner", centreId: other.id }, AT)).toEqual({ ok: true });
    expect(await seen()).toEqual({ partner: other.id, viewer: null });
    expect(await listColleagues(anne, AT)).toMatchObject([{ own: true }, { centre: { name: other.name } }]);
    expect(await changeRole(anne, id, { role: "partner" }, AT)).toEqual({ ok: false, reason: "no-centre" });
    await changeRole(anne, id, { role: "reader" }, AT);
    expect(await account(id)).toMatchObject({ role: "reader", centreId: null });
    expect(await seen()).toMatchObject({ partner: null, viewer: { role: "reader" } });
  });

  it("has a centre as a partner, and none otherwise, whoever writes to the database", async () => {
    const [centre, { id }] = [await makeCentre(), await makeUser({ role: "editor" })];
    await expect(db.user.update({ where: { id }, data: { role: "partner" } })).rejects.toThrow(
      "A partner has a centre",
    );
    await db.user.update({ where: { id }, data: { role: "partner", centreId: centre.id } });
    expect(await account(id)).toMatchObject({ role: "partner", centreId: centre.id });
    // As the version before does, which knows of no centre.
    await db.$executeRaw`UPDATE "User" SET "role" = 'reader' WHERE "id" = ${id}::uuid`;
    expect(await account(id)).toMatchObject({ role: "reader", centreId: null });
  });

  it("is asked for a centre by the form as a partner, and for none otherwise", () => {
    const [email, id] = [INVITED, unknownId()];
    const wrong = invitationForm.safeParse({ email, role: "partner", centreId: "" });
    expect(wrong.error?.issues).toMatchObject([{ path: ["centreId"], message: expect.stringContaining("centre") }]);
    expect(invitationForm.parse({ email, role: "partner", centreId: id })).toMatchObject({ centreId: id });
    expect(invitationForm.parse({ email, role: "editor", centreId: id })).toEqual({
      email,
      role: "editor",
      centreId: null,
    });
  });

  it("has seven days, and the last invitation alone opens", async () => {
    const first = await invited();
    const second = await invited("administrator");
    expect(await findInvitation(first, AT)).toBeNull();
    expect(await findInvitation(second, later(7 * DAY - 1))).toMatchObject({ role: "administrator", email: INVITED });
    expect(await findInvitation(second, later(7 * DAY))).toBeNull();
    expect(await listInvitations(anne, AT)).toMatchObject([{ email: INVITED, role: "administrator" }]);
  });

  it("is listed with the others, the last invited first", async () => {
    await expectOrder(
      ["c@exemple.fr", "a@exemple.fr", "b@exemple.fr"],
      (email, rank) => inviteColleague(anne, { email, role: "editor" }, later(-rank)),
      async () => (await listInvitations(anne, AT)).map(({ email }) => email),
    );
  });

  it("finds nothing once the invitation is withdrawn", async () => {
    const token = await invited();
    const [{ key } = { key: "" }] = await listInvitations(anne, AT);
    expect(await withdrawInvitation(anne, key, AT)).toBe(true);
    expect(await findInvitation(token, AT)).toBeNull();
    expect(await withdrawInvitation(anne, key, AT)).toBe(false);
    expect(await acts()).toEqual(["user.invite", "user.uninvite"]);
  });

  it("is not invited who has an account", async () => {
    expect(await inviteColleague(anne, { email: anne.email, role: "editor" }, AT)).toEqual({
      ok: false,
      reason: "email-taken",
    });
    expect(await db.outgoingMail.count()).toBe(0);
  });
});

describe("an account that a colleague changes", () => {
  let bruno: Administrator & { email: string };
  beforeEach(async () => {
    bruno = await administrator("Bruno");
  });

  it("keeps its sessions under another role, and has fourteen days for a second factor once administrator", async () => {
    const { token } = await openSession(db, { userId: bruno.userId, userAgent: null }, AT);
    await changeRole(anne, bruno.userId, { role: "reader" }, AT);
    expect(await findSession(token, AT)).toMatchObject({ account: { role: "reader" } });
    await changeRole(anne, bruno.userId, { role: "administrator" }, AT);
    expect(await findSession(token, AT)).toMatchObject({ secondFactorDue: later(14 * DAY) });
    const entries = await db.auditEntry.findMany({ where: { action: "user.role" }, orderBy: { id: "asc" } });
    expect(entries[0]).toMatchObject({
      userId: anne.userId,
      target: bruno.userId,
      details: { former: "administrator", role: "reader" },
    });
  });

  it("loses its sessions when it is disabled, or when they are closed", async () => {
    const open = () => openSession(db, { userId: bruno.userId, userAgent: null }, AT);
    const first = await open();
    expect(await closeSessionsOf(anne, bruno.userId, AT)).toEqual({ ok: true });
    expect(await findSession(first.token, AT)).toBeNull();
    const second = await open();
    expect(await setDisabled(anne, bruno.userId, true, AT)).toEqual({ ok: true });
    expect(await findSession(second.token, AT)).toBeNull();
    expect((await listColleagues(anne, AT)).map(({ name }) => name)).toEqual(["Anne", "Bruno"]);
    expect(await setDisabled(anne, bruno.userId, false, AT)).toEqual({ ok: true });
    expect(await account(bruno.userId)).toMatchObject({ disabledAt: null });
  });

  it("is never one’s own, nor unknown", async () => {
    expect(await changeRole(anne, anne.userId, { role: "reader" }, AT)).toEqual({ ok: false, reason: "own" });
    expect(await setDisabled(anne, anne.userId, true, AT)).toEqual({ ok: false, reason: "own" });
    expect(await setDisabled(anne, "00000000-0000-7000-8000-000000000000", true, AT)).toEqual({
      ok: false,
      reason: "unknown",
    });
  });

  it("leaves an administrator, whoever disables whom at the same time", async () => {
    for (let round = 0; round < 5; round++) {
      await db.user.updateMany({ data: { disabledAt: null, role: "administrator" } });
      const outcomes = await Promise.all([
        setDisabled(anne, bruno.userId, true, AT),
        changeRole(bruno, anne.userId, { role: "editor" }, AT),
      ]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes).toContainEqual({ ok: false, reason: "overtaken" });
      expect(await db.user.count({ where: { role: "administrator", disabledAt: null } })).toBe(1);
    }
  });
});

describe("one’s own account", () => {
  const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0";
  const NEW = "anne.nouvelle@exemple.fr";

  it("tells its sessions apart, and closes one, or all the others", async () => {
    const open = (userAgent: string | null, at: Date) => openSession(db, { userId: anne.userId, userAgent }, at);
    const own = await open(FIREFOX, AT);
    await open(null, later(-HOUR));
    await open(null, later(-3 * HOUR));
    const stranger = await administrator("Bruno");
    const other = await openSession(db, { userId: stranger.userId, userAgent: null }, AT);
    const key = (await findSession(own.token, AT))?.key ?? "";
    const sessions = (await findOwnAccount(anne, key, AT))?.sessions ?? [];
    expect(sessions.map(({ device, current }) => [device, current])).toEqual([
      ["Firefox sous Windows", true],
      ["Navigateur inconnu", false],
    ]);
    const strange = (await findSession(other.token, AT))?.key ?? "";
    expect(await closeOwnSessions(anne, { only: strange }, AT)).toBe(0);
    expect(await closeOwnSessions(anne, { only: sessions[1]?.key ?? "" }, AT)).toBe(1);
    await open(null, AT);
    await closeOwnSessions(anne, { but: key }, AT);
    expect(await findSession(own.token, AT)).not.toBeNull();
    expect(await findSession(other.token, AT)).not.toBeNull();
    expect(await db.userSession.count()).toBe(2);
  });

  it("changes its name and its password, which closes every session and is told", async () => {
    await rename(anne, "Anne-Marie", AT);
    const { token } = await openSession(db, { userId: anne.userId, userAgent: null }, AT);
    await changeOwnPassword(anne, "une tout autre phrase", AT);
    const { name, passwordHash } = await account(anne.userId);
    expect([name, await isPassword("une tout autre phrase", passwordHash)]).toEqual(["Anne-Marie", true]);
    expect(await findSession(token, AT)).toBeNull();
    expect(await lastText("account-password-changed")).toContain("Bonjour Anne-Marie");
  });

  it("follows another address once its mailbox says so; the former one is told, and resets no password any more", async () => {
    await askPasswordLink(anne.email, null, AT);
    const former = tokenIn(await lastText("account-password-link"));
    await askEmailChange(anne, NEW, AT);
    const token = tokenIn(await lastText("account-email-link"));
    expect(await account(anne.userId)).toMatchObject({ email: anne.email });
    expect(await confirmEmail(token, later(HOUR))).toEqual({ ok: false, reason: "unclaimed" });
    expect(await confirmEmail(token, later(HOUR - 1))).toEqual({ ok: true, email: NEW });
    expect(await confirmEmail(token, later(MINUTE))).toEqual({ ok: false, reason: "unclaimed" });
    expect(await account(anne.userId)).toMatchObject({ email: NEW });
    const told = await db.outgoingMail.findMany({ where: { kind: "account-email-changed" } });
    expect(told).toMatchObject([{ to: anne.email }]);
    expect(await changePasswordByLink(former, "encore une autre phrase", later(HOUR - 1))).toMatchObject({ ok: false });
  });

  it("is not told which addresses have an account, but by their mailbox", async () => {
    const bruno = await administrator("Bruno");
    await askEmailChange(anne, bruno.email, AT);
    const token = tokenIn(await lastText("account-email-link"));
    expect(await confirmEmail(token, AT)).toEqual({ ok: false, reason: "email-taken" });
    expect(await account(anne.userId)).toMatchObject({ email: anne.email });
  });

  it("gives each link one meaning: none of an address sets a password", async () => {
    await askEmailChange(anne, NEW, AT);
    const token = tokenIn(await lastText("account-email-link"));
    expect(await changePasswordByLink(token, "encore une autre phrase", AT)).toMatchObject({ ok: false });
    await askEmailChange(anne, "encore.une@exemple.fr", AT);
    expect(await confirmEmail(token, AT)).toEqual({ ok: false, reason: "unclaimed" });
  });
});
