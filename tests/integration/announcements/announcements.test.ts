import { describe, expect, test } from "vitest";
import { sendAnnouncement, sendTest } from "#lib/announcements/mutations";
import {
  checkAnnouncement,
  exampleSession,
  isUnwritten,
  listAnnouncements,
  listReaders,
  previewMessage,
} from "#lib/announcements/queries";
import { type AnnouncementInput, announcementForm } from "#lib/announcements/schema";
import { accountOf, type Editor } from "#lib/auth/editor";
import { findTemplate } from "#lib/mail/find-template";
import { DIGEST_KINDS, MAIL_KINDS } from "#lib/mail/schema";
import { db } from "#lib/platform/db";
import { AT, DAY, HOUR, later } from "#tests/support/clock";
import { makeEditor, makeRegistration, makeUser, makeWebinar, unknownId } from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";
import { liveJobs, mails, withQueues } from "#tests/support/registrations";

withQueues();

const written = (webinarId: string, overrides: Record<string, unknown> = {}): AnnouncementInput =>
  announcementForm.parse({
    id: unknownId(),
    webinarId,
    audiences: ["confirmed"],
    subject: "Un mot pour {prénom}",
    body: "Bonjour {prénom},\n\n[Voir]({lien personnel})",
    ...overrides,
  });

/** Shows what would leave, then sends it. */
async function send(editor: Editor, input: AnnouncementInput, at = AT) {
  const shown = (await checkAnnouncement(editor, input))?.shown ?? "";
  return sendAnnouncement(editor, { ...input, shown }, at);
}

async function crowd() {
  const { id } = await makeWebinar();
  const webinarId = id;
  const person = (email: string, more = {}) => makeRegistration({ webinarId, email: `${email}@exemple.fr`, ...more });
  await person("inscrit");
  await person("venue", { profile: "company", presentAt: AT });
  await person("attend", { status: "waiting", waitlistRank: 1 });
  await person("proposee", { status: "offered", waitlistRank: 2, offerExpiresAt: later(1) });
  await person("annule", { status: "cancelled" });
  await person("expiree", { status: "expired" });
  await person("refuse", { remindersOffAt: AT });
  await person("anonyme", { anonymisedAt: AT });
  await makeRegistration({ email: "ailleurs@exemple.fr" });
  return webinarId;
}

describe("whom an announcement reaches", () => {
  test.each([
    [{}, ["inscrit", "venue"]],
    [{ profiles: ["company"] }, ["venue"]],
    [{ presence: "present" }, ["venue"]],
    [{ presence: "absent" }, ["inscrit"]],
    [{ audiences: ["waiting"] }, ["attend", "proposee"]],
    [{ audiences: ["cancelled"] }, ["annule"]],
    [{ audiences: ["expired"] }, ["expiree"]],
    [{ audiences: ["confirmed", "waiting", "cancelled"] }, ["annule", "attend", "inscrit", "proposee", "venue"]],
  ])("%j", async (filter, names) => {
    const editor = await makeEditor();
    const input = written(await crowd(), filter);
    const check = await checkAnnouncement(editor, input);
    expect(check?.recipients).toBe(names.length);
    expect(await send(editor, input)).toEqual({ ok: true, recipients: names.length });
    expect((await mails()).map(({ to }) => to).sort()).toEqual(names.map((name) => `${name}@exemple.fr`));
  });

  test("those who refuse such messages are counted apart", async () => {
    const check = await checkAnnouncement(await makeEditor(), written(await crowd()));
    expect(check).toMatchObject({ recipients: 2, refusing: 1 });
  });

  test("nobody is an answer", async () => {
    const editor = await makeEditor();
    const input = written((await makeWebinar()).id);
    expect(await checkAnnouncement(editor, input)).toBeNull();
    expect(await send(editor, input)).toEqual({ ok: false, reason: "nobody" });
  });
});

describe("nothing leaves that was not shown", () => {
  test("without having been shown", async () => {
    const input = written(await crowd());
    expect(await sendAnnouncement(await makeEditor(), input, AT)).toEqual({ ok: false, reason: "unconfirmed" });
    expect(await mails()).toEqual([]);
    expect(await db.announcement.count()).toBe(0);
  });

  test.each([{ subject: "Autre" }, { body: "Autre" }, { audiences: ["waiting"] as const }])(
    "nor with something else in it: %j",
    async (change) => {
      const editor = await makeEditor();
      const input = written(await crowd());
      const shown = (await checkAnnouncement(editor, input))?.shown ?? "";
      const changed = { ...input, ...change, shown } as AnnouncementInput;
      expect(await sendAnnouncement(editor, changed, AT)).toEqual({ ok: false, reason: "unconfirmed" });
    },
  );

  test("nor to someone else", async () => {
    const editor = await makeEditor();
    const webinarId = await crowd();
    const input = written(webinarId);
    const shown = (await checkAnnouncement(editor, input))?.shown ?? "";
    await makeRegistration({ webinarId });
    expect(await sendAnnouncement(editor, { ...input, shown }, AT)).toEqual({ ok: false, reason: "unconfirmed" });
  });
});

test("the model alone is no message", async () => {
  const { id: webinarId } = await makeWebinar();
  const { body } = await findTemplate(db, "announcement", webinarId);
  expect(await isUnwritten({ webinarId, body: `${body}\n` })).toBe(true);
  expect(await isUnwritten({ webinarId, body: `Apportez vos questions. ${body}` })).toBe(false);
});

describe("a form sent twice", () => {
  test("one after the other, sends once", async () => {
    const editor = await makeEditor();
    const input = written(await crowd());
    expect(await send(editor, input)).toEqual({ ok: true, recipients: 2 });
    expect(await send(editor, input, later(1))).toEqual({ ok: true, recipients: 2 });
    expect(await mails()).toHaveLength(2);
    expect(await db.auditEntry.count()).toBe(1);
  });

  test("at the same instant, sends once", async () => {
    const editor = await makeEditor();
    const input = written(await crowd());
    const both = await Promise.all([send(editor, input), send(editor, input)]);
    expect(both).toEqual([
      { ok: true, recipients: 2 },
      { ok: true, recipients: 2 },
    ]);
    expect(await mails()).toHaveLength(2);
    expect(await liveJobs()).toHaveLength(2);
    expect(await db.auditEntry.count()).toBe(1);
  });

  test("after someone else came in, sends nothing to anybody", async () => {
    const editor = await makeEditor();
    const input = written(await crowd());
    const shown = (await checkAnnouncement(editor, input))?.shown ?? "";
    await sendAnnouncement(editor, { ...input, shown }, AT);
    await makeRegistration({ webinarId: input.webinarId });
    expect(await sendAnnouncement(editor, { ...input, shown }, AT)).toEqual({ ok: true, recipients: 2 });
    expect(await mails()).toHaveLength(2);
  });

  test("with other words, is told so", async () => {
    const editor = await makeEditor();
    const input = written(await crowd());
    await send(editor, input);
    expect(await send(editor, { ...input, body: "Autre chose" })).toEqual({ ok: false, reason: "spent" });
  });
});

test("what was sent is kept with its readers and what became of each message", async () => {
  const editor = await makeEditor();
  const webinarId = await crowd();
  const input = written(webinarId, { audiences: ["confirmed", "waiting"], profiles: ["association", "company"] });
  await send(editor, input);
  const [first, second] = await mails();
  expect(first).toMatchObject({ kind: "announcement", announcementId: input.id, subject: "Un mot pour Camille" });
  expect(first?.key).toBe(`announcement:${input.id}:${first?.registrationId}`);
  expect(first?.unsubscribeUrl).toMatch(/\/rappels$/);
  await db.outgoingMail.update({ where: { id: first?.id ?? "" }, data: { status: "sent" } });
  await db.outgoingMail.update({ where: { id: second?.id ?? "" }, data: { status: "failed" } });
  expect(await listAnnouncements(editor, webinarId)).toEqual([
    {
      id: input.id,
      subject: "Un mot pour {prénom}",
      body: "Bonjour {prénom},\n\n[Voir]({lien personnel})",
      filter: { audiences: ["confirmed", "waiting"], profiles: ["association", "company"], presence: "all" },
      recipients: 4,
      sentAt: AT,
      deliveries: { queued: 2, sent: 1, failed: 1, dropped: 0 },
    },
  ]);
  const [entry] = await db.auditEntry.findMany();
  expect(entry).toMatchObject({ action: "announcement.send", target: webinarId, details: { recipients: 4 } });
});

test("what was written to the registrants of a session is listed newest first", async () => {
  const editor = await makeEditor();
  const { webinarId } = await makeRegistration();
  await expectOrder(
    ["Ce matin", "Hier", "Avant-hier", "Autrefois"],
    (subject, rank) => send(editor, written(webinarId, { subject }), later(-rank)),
    async () => (await listAnnouncements(editor, webinarId)).map(({ subject }) => subject),
  );
});

describe("an example", () => {
  test("of every message, for a registrant or for nobody, makes no link and writes nothing", async () => {
    const editor = await makeEditor();
    const { id: registrationId, webinarId } = await makeRegistration({
      firstName: "Inès",
      status: "waiting",
      waitlistRank: 1,
    });
    for (const kind of MAIL_KINDS) {
      const text = await findTemplate(db, kind, webinarId);
      for (const reader of [registrationId, null]) {
        const mail = await previewMessage(editor, text, { webinarId, registrationId: reader });
        const isDigest = DIGEST_KINDS.some((one) => one === kind);
        const greeted =
          isDigest || kind === "address-to-confirm" || kind === "dossier"
            ? "Bonjour,"
            : `Bonjour ${reader ? "Inès" : "Camille"},`;
        expect(mail?.text.startsWith(greeted)).toBe(true);
        // What goes to a former address, to who is erased or to whoever asks leads to no page of anybody.
        const led: Partial<Record<typeof kind, string>> = {
          "address-changed": "/webinaires",
          "person-erased": "/webinaires",
          dossier: "/mon-dossier",
          "digest-to-confirm": "/abonnement/exemple",
          digest: "/abonnement/exemple",
        };
        expect(mail?.text).toContain(led[kind] ?? "/inscriptions/exemple");
        expect(mail?.text).not.toMatch(/[\w-]{43}|undefined|\{|jusqu’au \(|: , /);
      }
    }
    expect(await db.registrationLink.count()).toBe(0);
    expect(await mails()).toEqual([]);
  });

  test("never shows someone of another session", async () => {
    const editor = await makeEditor();
    const stranger = await makeRegistration({ firstName: "Étrangère" });
    const { id: webinarId } = await makeWebinar();
    const text = { subject: "{firstName}", body: "x" };
    const mail = await previewMessage(editor, text, { webinarId, registrationId: stranger.id });
    expect(mail?.subject).toBe("Camille");
    const unknown = { webinarId: unknownId(), registrationId: null };
    expect(await previewMessage(editor, text, unknown)).toBeNull();
  });

  test("for all sessions, is about the next one that the public can see, else about the last", async () => {
    const editor = await makeEditor();
    const about = async (at: Date) => (await exampleSession(editor, at))?.title ?? null;
    expect(await about(AT)).toBeNull();
    const days = [2, 1, 3].entries();
    for (const [index, day] of days)
      await makeWebinar({ slug: `seance-${index}`, title: `Dans ${day} jours`, startsAt: later(day * DAY) });
    await makeWebinar({ slug: "annulee", startsAt: later(HOUR), cancelledAt: AT });
    await makeWebinar({ slug: "brouillon", startsAt: later(HOUR), publishedAt: null });
    expect([await about(AT), await about(later(DAY))]).toEqual(["Dans 1 jours", "Dans 2 jours"]);
    expect(await about(later(9 * DAY))).toBe("Dans 3 jours");
  });

  test("is chosen among those who count on the session, by name", async () => {
    const { id: webinarId } = await makeWebinar();
    await makeRegistration({ webinarId, firstName: "Zoé", lastName: "Zola" });
    await makeRegistration({ webinarId, firstName: "Ali", lastName: "Aubry", status: "waiting", waitlistRank: 1 });
    await makeRegistration({ webinarId, status: "cancelled" });
    expect((await listReaders(await makeEditor(), webinarId)).map(({ name }) => name)).toEqual([
      "Ali Aubry",
      "Zoé Zola",
    ]);
  });
});

describe("a test", () => {
  test("goes to the editor alone, and says that it is one", async () => {
    const { id: userId, name, role, email } = await makeUser();
    const { webinarId, id: registrationId } = await makeRegistration({ firstName: "Inès" });
    const text = { subject: "Pour {firstName}", body: "[Venir]({joinUrl})" };
    const asked = { kind: "reminder-day", text, webinarId, registrationId } as const;
    expect(await sendTest(accountOf({ userId, name, role }) as Editor, asked, AT)).toEqual({ ok: true, to: email });
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: email, kind: "reminder-day", subject: "[Essai] Pour Inès", registrationId: null });
    expect(mail?.text).toContain("/rejoindre/exemple");
    expect(await db.registrationLink.count()).toBe(0);
    expect(await liveJobs()).toHaveLength(1);
  });

  test("of a session that is gone is refused", async () => {
    const text = { subject: "x", body: "x" };
    const asked = { kind: "survey", text, webinarId: unknownId(), registrationId: null } as const;
    expect(await sendTest(await makeEditor(), asked, AT)).toEqual({ ok: false, reason: "unknown" });
  });
});
