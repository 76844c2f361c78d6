import { describe, expect, test } from "vitest";
import { enqueueMail } from "#lib/mail/outbox-mutations";
import { listMails, mailWebinars } from "#lib/mail/queries";
import { retryMail } from "#lib/notices/outbox/mutations";
import { countRefused, findMail, refusedMails } from "#lib/notices/outbox/queries";
import { db } from "#lib/platform/db";
import { AT, DAY, later, MINUTE } from "#tests/support/clock";
import { makeEditor, makeMail, makePerson, makeRegistration, makeWebinar, unknownId } from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";
import { liveJobs, withQueues } from "#tests/support/registrations";

withQueues();

describe("listMails", () => {
  test("takes each sign of an address for itself", async () => {
    const editor = await makeEditor();
    for (const to of ["ana_diaz@exemple.fr", "ana.diaz@exemple.fr"]) await makeMail({ to, emailKey: to });
    expect((await listMails(editor, { q: "ana_diaz" })).items.map(({ to }) => to)).toEqual(["ana_diaz@exemple.fr"]);
  });

  test("newest first, with no body, and the page asked for or the last one", async () => {
    const editor = await makeEditor();
    for (let minute = 0; minute < 51; minute++)
      await makeMail({ subject: `${minute}`, createdAt: later(minute * MINUTE) });
    const first = await listMails(editor);
    expect(first).toMatchObject({ total: 51, page: 1, pageCount: 2 });
    expect(first.items.map(({ subject }) => subject).slice(0, 2)).toEqual(["50", "49"]);
    expect(first.items[0]).not.toHaveProperty("html");
    expect((await listMails(editor, { page: 9 })).items.map(({ subject }) => subject)).toEqual(["0"]);
    expect((await listMails(editor, { page: -1 })).page).toBe(1);
  });

  test("of those of one instant, the last written first", async () => {
    const editor = await makeEditor();
    for (const subject of ["Un", "Deux", "Trois"]) await makeMail({ subject, createdAt: AT });
    expect((await listMails(editor)).items.map(({ subject }) => subject)).toEqual(["Trois", "Deux", "Un"]);
  });

  test("one state only, when asked", async () => {
    const editor = await makeEditor();
    await makeMail();
    await makeMail({ status: "failed", subject: "Refusé" });
    expect((await listMails(editor, { etat: "failed" })).items.map(({ subject }) => subject)).toEqual(["Refusé"]);
    expect((await listMails(editor, { etat: "sent" })).items).toEqual([]);
  });
});

test("findMail reads the whole message", async () => {
  const editor = await makeEditor();
  const { id } = await makeMail();
  expect(await findMail(editor, id)).toMatchObject({ text: "Texte", html: "<p>Texte</p>" });
  expect(await findMail(editor, unknownId())).toBeNull();
});

describe("what is looked for", () => {
  test("one kind, one session, a part of an address, and how many are in each state", async () => {
    const editor = await makeEditor();
    const { id: registrationId, webinarId } = await makeRegistration();
    await makeMail({ subject: "A", registrationId, to: "Camille@Exemple.fr" });
    await makeMail({ subject: "B", registrationId, kind: "reminder-day", status: "sent" });
    await makeMail({
      subject: "C",
      kind: "reminder-day",
      status: "failed",
      registrationId: (await makeRegistration()).id,
    });
    const subjects = async (query: Parameters<typeof listMails>[1]) =>
      (await listMails(editor, query)).items.map(({ subject }) => subject).sort();
    expect(await subjects({ type: "reminder-day" })).toEqual(["B", "C"]);
    expect(await subjects({ seance: webinarId })).toEqual(["A", "B"]);
    expect(await subjects({ q: " camille@EXEMPLE" })).toEqual(["A"]);
    expect(await subjects({ seance: webinarId, etat: "sent" })).toEqual(["B"]);
    expect((await listMails(editor, { type: "reminder-day", etat: "sent" })).counts).toEqual({ sent: 1, failed: 1 });
    expect((await mailWebinars(editor)).map(({ id }) => id)).toContain(webinarId);
  });

  test.each([
    ["camille durand", ["A"]],
    ["DURAND camille", ["A"]],
    ["durand", ["A", "B"]],
    ["camille exemple.org", ["C"]],
    ["camille petit", []],
    ["camille association", []],
    ["d’Été", ["D"]],
    ["ele", ["D"]],
    ["É.ete@exemple", ["D"]],
  ])("people, by several words, each somewhere: %s", async (q, found) => {
    const people = [
      ["A", "Camille", "Durand", "a@exemple.fr"],
      ["B", "Dominique", "Durand", "b@exemple.fr"],
      ["C", "Camille", "Martin", "c@exemple.org"],
      ["D", "Élé", "D’Été", "e.ete@exemple.fr"],
    ] as const;
    for (const [subject, firstName, lastName, to] of people) {
      const { id: registrationId } = await makeRegistration({ firstName, lastName, organisation: "Association" });
      await makeMail({ subject, to, emailKey: to, registrationId });
    }
    const { items } = await listMails(await makeEditor(), { q });
    expect(items.map(({ subject }) => subject).sort()).toEqual(found);
  });

  test("the latest session comes first among those that messages are about", async () => {
    const editor = await makeEditor();
    await expectOrder(
      ["Mars", "Février", "Janvier", "Décembre"],
      async (title, rank) => {
        const { id: webinarId } = await makeWebinar({ title, startsAt: later(-rank * DAY) });
        await makeMail({ registrationId: (await makeRegistration({ webinarId })).id });
      },
      async () => (await mailWebinars(editor)).map(({ title }) => title),
    );
  });

  test("a message that met an accident says when it is tried next", async () => {
    const editor = await makeEditor();
    const mail = {
      kind: "registration-confirmed",
      priority: 1,
      to: "a@exemple.fr",
      subject: "S",
      text: "T",
      html: "H",
    };
    const id = (await db.$transaction((tx) => enqueueMail(tx, mail, AT))) ?? "";
    await db.$executeRaw`UPDATE pgboss.job SET state = 'retry', start_after = ${later(MINUTE)} WHERE singleton_key = ${id}`;
    expect((await listMails(editor)).items).toMatchObject([{ id, nextTryAt: later(MINUTE) }]);
    await db.outgoingMail.update({ where: { id }, data: { status: "sent" } });
    expect(await findMail(editor, id)).toMatchObject({ nextTryAt: null });
  });
});

describe("retryMail", () => {
  test("gives a refused message all its tries again, a job and a line in the journal", async () => {
    const editor = await makeEditor();
    const { id } = await makeMail({ status: "failed", attempts: 294, lastError: "550 no" });
    expect(await retryMail(editor, id, AT)).toEqual({ ok: true });
    expect(await findMail(editor, id)).toMatchObject({ status: "queued", attempts: 0, lastError: null });
    expect(await liveJobs()).toMatchObject([{ key: id }]);
    expect(await db.auditEntry.findMany()).toMatchObject([{ action: "mail.retry", target: id, userId: editor.userId }]);
  });

  test("leaves alone what waits, what has left and what never was", async () => {
    const editor = await makeEditor();
    const queued = await makeMail();
    const sent = await makeMail({ status: "sent" });
    for (const id of [queued.id, sent.id, unknownId()])
      expect(await retryMail(editor, id, AT)).toEqual({ ok: false, reason: "not-refused" });
    expect(await liveJobs()).toEqual([]);
    expect(await db.auditEntry.count()).toBe(0);
  });

  test("does not send what a later message made untrue, whatever became of that one", async () => {
    const editor = await makeEditor();
    const { id: registrationId } = await makeRegistration();
    const news = ["registration-confirmed", "webinar-moved", "webinar-moved", "webinar-cancelled", "seat-given"];
    const refused = [];
    for (const kind of ["reminder-week", ...news, "announcement", "survey", "reminder-day"])
      refused.push(await makeMail({ kind, registrationId, status: "failed" }));
    for (const [index, { id }] of refused.entries()) {
      const isLast = index >= 5;
      expect(await findMail(editor, id)).toMatchObject({ stale: !isLast });
      expect(await retryMail(editor, id, AT)).toEqual(isLast ? { ok: true } : { ok: false, reason: "stale" });
    }
  });

  test("news of another session overtakes what spoke of several, and nothing else", async () => {
    const editor = await makeEditor();
    const email = "a@exemple.fr";
    const [{ id: first }, { id: second }] = [await makeRegistration({ email }), await makeRegistration({ email })];
    const mail = { kind: "registration-confirmed", emailKey: email, status: "failed" } as const;
    const several = await makeMail({ ...mail, registrationId: first, calendarMethod: "PUBLISH" });
    expect(await findMail(editor, several.id)).toMatchObject({ stale: false });
    const other = await makeMail({ ...mail, registrationId: first, calendarMethod: "REQUEST" });
    await makeMail({ ...mail, kind: "webinar-moved", registrationId: second });
    expect(await findMail(editor, several.id)).toMatchObject({ stale: true });
    expect(await findMail(editor, other.id)).toMatchObject({ stale: false });
  });

  test("a refusal asks for a hand until its message is pointless, or another one says more, or the address is corrected", async () => {
    const editor = await makeEditor();
    const refused = { kind: "registration-confirmed", status: "failed", emailKey: "a@exemple.fr" } as const;
    const { id: registrationId } = await makeRegistration({ email: "a@exemple.fr" });
    const { id: other } = await makeRegistration({ email: "a@exemple.fr" });
    await makeMail({ ...refused, registrationId, staleAt: AT });
    await makeMail({ ...refused, status: "sent", registrationId: other });
    expect(await countRefused(editor, AT)).toBe(0);
    await makeMail({ ...refused, registrationId, staleAt: later(MINUTE) });
    await makeMail({ ...refused, registrationId: other });
    expect(await countRefused(editor, AT)).toBe(2);
    await makeMail({ kind: "registration-confirmed", registrationId });
    expect(await countRefused(editor, AT)).toBe(1);
    await db.registration.update({ where: { id: other }, data: { personId: await makePerson("b@exemple.fr") } });
    expect(await countRefused(editor, AT)).toBe(0);
  });

  test("two editors at once make one job", async () => {
    const editor = await makeEditor();
    const { id } = await makeMail({ status: "failed" });
    const outcomes = await Promise.all([retryMail(editor, id, AT), retryMail(editor, id, AT)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await liveJobs()).toHaveLength(1);
  });
});

test("what was refused leaves again in order of writing", async () => {
  await expectOrder(
    ["first", "second", "third", "fourth"],
    (subject, rank) => makeMail({ subject, rank: rank + 1, status: "failed" }),
    async () => {
      const ids = await db.$transaction((tx) => refusedMails(tx, AT, 9));
      const mails = await db.outgoingMail.findMany({ select: { id: true, subject: true } });
      return ids.map((id) => mails.find((mail) => mail.id === id)?.subject ?? "");
    },
  );
});
