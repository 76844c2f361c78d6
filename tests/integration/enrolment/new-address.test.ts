import { describe, expect, test } from "vitest";
import { confirmAddress, proposeAddress } from "#lib/address-changes/mutations";
import { findRegistrations } from "#lib/enrolment/page/queries";
import { cancel } from "#lib/enrolment/seat/mutations";
import { notifySeatChanges } from "#lib/notices/mutations";
import { findProposal } from "#lib/people/addresses/queries";
import { db } from "#lib/platform/db";
import { applyRetention } from "#lib/privacy/mutations";
import { exportPerson } from "#lib/privacy/queries";
import { admit } from "#lib/seats/admission/mutations";
import { AT, DAY, HOUR, later, MINUTE } from "#tests/support/clock";
import { eraseToTheEnd } from "#tests/support/erasure";
import { makePerson, makeRegistration, makeWebinar } from "#tests/support/factories";
import { waiting } from "#tests/support/locks";
import {
  enter,
  input,
  lineOf,
  mailboxToken,
  mails,
  registered,
  tokenIn,
  withQueues,
} from "#tests/support/registrations";

withQueues();

const OLD = "elodie@exemple.fr";
const NEW = "Elodie.Darc@exemple.fr";
const NOON = later(MINUTE);

/** Somebody registered, who follows the link of their confirmation. */
async function reader() {
  const { id: webinarId, slug } = await makeWebinar();
  await enter(slug);
  return { webinarId, slug, token: await mailboxToken(OLD) };
}
const sentTo = async (address: string) => (await mails()).filter(({ to }) => to === address);
const kindsTo = async (address: string) => (await sentTo(address)).map(({ kind }) => kind);

describe("proposeAddress", () => {
  test("asks the new mailbox, says nothing of the person there, and changes nothing", async () => {
    const { webinarId, token } = await reader();
    expect(await proposeAddress(token, NEW, NOON)).toEqual({ ok: true });
    const [asked, ...others] = await sentTo(NEW);
    expect(others).toEqual([]);
    expect(asked).toMatchObject({ kind: "address-to-confirm", emailKey: NEW.toLowerCase(), calendar: null });
    expect(`${asked?.subject} ${asked?.text} ${asked?.html}`).not.toMatch(/Élodie|elodie/i);
    expect(await lineOf(webinarId)).toMatchObject([{ email: OLD }]);
    const proposed = tokenIn(asked?.text ?? "");
    expect(await findProposal(proposed, NOON)).toMatchObject({ email: NEW });
    expect(await findRegistrations(proposed, NOON)).toBeNull();
    expect(await exportPerson(token)).toMatchObject({ proposedAddresses: [{ email: NEW }] });
  });

  test("only from a link that was sent to the present address", async () => {
    const { slug } = await makeWebinar();
    const screen = await registered(slug);
    expect(await proposeAddress(screen, NEW, NOON)).toEqual({ ok: false, reason: "unknown" });
    expect(await sentTo(NEW)).toEqual([]);
  });

  test("not the same address; the same in other letters is another way to write it", async () => {
    const { token } = await reader();
    expect(await proposeAddress(token, OLD, NOON)).toEqual({ ok: false, reason: "same" });
    expect(await proposeAddress(token, OLD.toUpperCase(), NOON)).toEqual({ ok: true });
  });

  test("one message an hour to an address, five addresses a day", async () => {
    const { token } = await reader();
    const twice = [proposeAddress(token, NEW, NOON), proposeAddress(token, NEW, NOON)];
    expect(await Promise.all(twice)).toEqual([{ ok: true }, { ok: true }]);
    expect(await kindsTo(NEW)).toEqual(["address-to-confirm"]);
    await proposeAddress(token, NEW, later(2 * HOUR));
    expect(await sentTo(NEW)).toHaveLength(2);
    for (const name of ["a", "b", "c"]) await proposeAddress(token, `${name}@exemple.fr`, later(2 * HOUR));
    expect(await proposeAddress(token, "d@exemple.fr", later(2 * HOUR))).toEqual({ ok: false, reason: "many" });
    expect(await proposeAddress(token, "d@exemple.fr", later(27 * HOUR))).toEqual({ ok: true });
  });
});

describe("confirmAddress", () => {
  /** The link that the new mailbox receives. */
  async function proposed() {
    const person = await reader();
    await proposeAddress(person.token, NEW, NOON);
    return { ...person, link: tokenIn((await sentTo(NEW))[0]?.text ?? "") };
  }

  test("moves the seats; the link opens their page, the former ones nothing, and the former address is told", async () => {
    const { webinarId, token, link } = await proposed();
    const twice = [confirmAddress(link, later(HOUR)), confirmAddress(link, later(HOUR))];
    expect(await Promise.all(twice)).toEqual([{ ok: true }, { ok: true }]);
    expect(await confirmAddress(link, later(2 * HOUR))).toEqual({ ok: true });
    expect(await lineOf(webinarId)).toMatchObject([{ email: NEW, status: "confirmed" }]);
    expect(await findRegistrations(link, later(HOUR))).toMatchObject({ person: { email: NEW } });
    expect(await findRegistrations(token, later(HOUR))).toBeNull();
    expect(await kindsTo(NEW)).toEqual(["address-to-confirm", "registration-confirmed"]);
    expect(await kindsTo(OLD)).toEqual(["registration-confirmed", "address-changed"]);
    expect((await sentTo(OLD)).at(-1)?.text).not.toMatch(/inscriptions\/|elodie/i);
    expect(await db.addressChange.count()).toBe(0);
    expect(await db.auditEntry.findMany()).toMatchObject([{ action: "registrant.correct", userId: null }]);
  });

  test("whoever registered from a screen may only ask from then on", async () => {
    const { slug, id: webinarId } = await makeWebinar();
    const screen = await registered(slug);
    await proposeAddress(await mailboxToken(OLD), NEW, NOON);
    await confirmAddress(tokenIn((await sentTo(NEW))[0]?.text ?? ""), NOON);
    expect(await cancel(screen, slug, null, later(HOUR))).toEqual({ ok: true });
    expect(await lineOf(webinarId)).toMatchObject([{ email: NEW, status: "confirmed" }]);
    expect((await kindsTo(NEW)).at(-1)).toBe("cancellation-to-confirm");
  });

  test("within a day", async () => {
    const { link, webinarId } = await proposed();
    const late = new Date(NOON.getTime() + DAY);
    expect(await findProposal(link, new Date(late.getTime() - 1))).not.toBeNull();
    expect(await findProposal(link, late)).toBeNull();
    expect(await confirmAddress(link, late)).toEqual({ ok: false, reason: "unknown" });
    expect(await lineOf(webinarId)).toMatchObject([{ email: OLD }]);
    await applyRetention(new Date(late.getTime() - 1));
    expect(await db.addressChange.count()).toBe(1);
    await applyRetention(late);
    expect(await db.addressChange.count()).toBe(0);
  });

  test("is refused, with nothing changed, to whoever has a seat under both; asking did not tell", async () => {
    const { link, token, webinarId } = await proposed();
    await makeRegistration({ webinarId, email: NEW, status: "cancelled" });
    expect(await confirmAddress(link, later(HOUR))).toEqual({ ok: false, reason: "held" });
    expect(await findRegistrations(token, later(HOUR))).toMatchObject({ person: { email: OLD } });
    expect(await kindsTo(OLD)).toEqual(["registration-confirmed"]);
    expect(await findProposal(link, later(HOUR))).not.toBeNull();
    expect(await proposeAddress(token, NEW, later(3 * HOUR))).toEqual({ ok: true });
  });

  test("erasure forgets what was proposed", async () => {
    const { link, token } = await proposed();
    await eraseToTheEnd(token, later(HOUR));
    expect(await db.addressChange.count()).toBe(0);
    expect(await mails()).toEqual([]);
    expect(await confirmAddress(link, later(HOUR))).toEqual({ ok: false, reason: "unknown" });
  });

  test("a session whose time has come takes nothing of who is still expected elsewhere", async () => {
    const { id: webinarId } = await makeWebinar({ startsAt: later(-300 * DAY) });
    await makeRegistration({ webinarId, email: OLD });
    const { link } = await proposed();
    expect(await applyRetention(later(HOUR))).toBe(1);
    expect(await confirmAddress(link, later(HOUR))).toEqual({ ok: true });
  });

  test("nothing is left to follow who was erased or corrected meanwhile", async () => {
    const { link } = await proposed();
    await db.registration.updateMany({ data: { personId: await makePerson("x@exemple.fr") } });
    expect(await confirmAddress(link, later(HOUR))).toEqual({ ok: false, reason: "unknown" });
    expect(await findProposal("pas-un-lien", AT)).toBeNull();
  });

  test("what is written to the former mailbox at that instant opens nothing of the new one", async () => {
    const { link } = await proposed();
    const { id: other } = await makeWebinar();
    const screen = { tokenHash: Buffer.from("screen"), createdAt: AT };
    const change = await db.$transaction(async (tx) => {
      const { changes } = await admit(tx, other, input({ email: OLD }), "form", later(HOUR));
      const registrationId = changes.at(-1)?.registrationId ?? "";
      await tx.registrationLink.create({ data: { ...screen, grants: { create: { registrationId, scope: "owner" } } } });
      const done = confirmAddress(link, later(HOUR));
      await waiting(1);
      await notifySeatChanges(tx, changes, later(HOUR));
      return { done };
    });
    expect(await change.done).toEqual({ ok: true });
    expect(await sentTo(OLD)).toMatchObject([
      { status: "dropped" },
      { status: "dropped" },
      { kind: "address-changed" },
    ]);
    const held = await exportPerson(await mailboxToken(NEW));
    expect(held?.registrations).toHaveLength(2);
    const shown = { link: { tokenHash: screen.tokenHash } };
    expect(await db.registrationGrant.findMany({ where: shown, select: { scope: true } })).toEqual([
      { scope: "receipt" },
    ]);
  });
});
