import { describe, expect, test } from "vitest";
import { switchMail } from "#lib/notices/plan/mutations";
import { mailPlan } from "#lib/notices/plan/queries";
import { dueAt, type PlannedKind, plannedKey } from "#lib/notices/plan/rules";
import { db } from "#lib/platform/db";
import type { MailStatus } from "#prisma/enums";
import { AT, DAY, HOUR, later, MINUTE } from "#tests/support/clock";
import { makeEditor, makeRegistration, makeWebinar, unknownId } from "#tests/support/factories";

async function session(
  overrides: {
    startsAt?: Date;
    cancelledAt?: Date;
    replayPublic?: boolean;
    visible?: boolean;
    attendanceComplete?: boolean;
    forgotten?: number;
  } = {},
) {
  const { replayPublic = false, visible = true, attendanceComplete = true, forgotten = 0, ...columns } = overrides;
  const { id, startsAt, durationMinutes, cancelledAt } = await makeWebinar(columns);
  return { id, startsAt, durationMinutes, cancelledAt, replayPublic, visible, attendanceComplete, forgotten };
}
type Session = Awaited<ReturnType<typeof session>>;

async function planned(of: Session, kind: PlannedKind, at = AT) {
  const line = (await mailPlan(await makeEditor(), of, at)).find((one) => one.kind === kind);
  if (!line?.planned) throw new Error(`${kind} is not planned`);
  return { left: line.deliveries.sent, deliveries: line.deliveries, rewritten: line.rewritten, ...line.planned };
}

const sentTo = (registrationId: string, kind: PlannedKind, startsAt: Date, status: MailStatus = "sent") =>
  db.outgoingMail.create({
    data: {
      key: plannedKey(kind, registrationId, startsAt),
      kind,
      registrationId,
      status,
      to: "x@exemple.fr",
      subject: "Objet",
      text: "Texte",
      html: "Texte",
    },
  });

describe("how many people a message would reach", () => {
  test("a reminder: who has a seat, took it before it was due, and refused none", async () => {
    const one = await session();
    const due = dueAt("reminder-day", one.startsAt);
    const people = { webinarId: one.id };
    await makeRegistration(people);
    await makeRegistration({ ...people, confirmedAt: due });
    await makeRegistration({ ...people, confirmedAt: later(1, due) });
    await makeRegistration({ ...people, remindersOffAt: AT });
    await makeRegistration({ ...people, anonymisedAt: AT });
    await makeRegistration({ ...people, status: "waiting", waitlistRank: 1 });
    await makeRegistration({ ...people, status: "cancelled" });
    await makeRegistration();
    expect(await planned(one, "reminder-day")).toMatchObject({ recipients: 2, left: 0, state: "planned", due });
    expect(await planned(one, "reminder-hour")).toMatchObject({ recipients: 3 });
  });

  test("what follows: those who came, those who did not, and for the survey those who have not answered", async () => {
    const one = await session();
    const people = { webinarId: one.id };
    await makeRegistration({ ...people, presentAt: AT });
    await makeRegistration({ ...people, presentAt: AT, surveyAnswered: true, remindersOffAt: AT });
    await makeRegistration(people);
    expect(await planned(one, "follow-up-present")).toMatchObject({ recipients: 2 });
    expect(await planned(one, "follow-up-absent")).toMatchObject({ recipients: 1 });
    expect(await planned(one, "survey")).toMatchObject({ recipients: 1 });
  });
});

describe("where a message stands", () => {
  test("planned, leaving, then done once it has left", async () => {
    const one = await session();
    const { id } = await makeRegistration({ webinarId: one.id });
    const due = dueAt("reminder-day", one.startsAt);
    expect((await planned(one, "reminder-day", later(-1, due))).state).toBe("planned");
    expect((await planned(one, "reminder-day", due)).state).toBe("leaving");
    await sentTo(id, "reminder-day", one.startsAt, "queued");
    await sentTo(id, "reminder-day", later(-DAY, one.startsAt));
    expect((await planned(one, "reminder-day", due)).state).toBe("leaving");
    await db.outgoingMail.updateMany({ data: { status: "sent" } });
    expect(await planned(one, "reminder-day", due)).toMatchObject({ state: "done", left: 1 });
    expect(await planned(one, "reminder-week", due)).toMatchObject({ state: "past", left: 0 });
  });

  test("what was refused, what waits and what became pointless are counted apart", async () => {
    const one = await session();
    for (const status of ["sent", "sent", "failed", "queued", "dropped"] as const)
      await sentTo((await makeRegistration({ webinarId: one.id })).id, "reminder-day", one.startsAt, status);
    const { deliveries } = await planned(one, "reminder-day", dueAt("reminder-day", one.startsAt));
    expect(deliveries).toEqual({ sent: 2, failed: 1, queued: 1, dropped: 1 });
  });

  test("what left is not denied once it was erased with its readers", async () => {
    const started = later(-300 * DAY);
    expect((await planned(await session({ startsAt: started }), "survey")).state).toBe("nobody");
    expect((await planned(await session({ startsAt: started, forgotten: 2 }), "survey")).state).toBe("erased");
    expect((await planned(await session({ forgotten: 2 }), "survey")).state).toBe("planned");
    const half = await session({ startsAt: started, forgotten: 1 });
    await makeRegistration({ webinarId: half.id, presentAt: started });
    expect((await planned(half, "survey")).state).toBe("past");
  });

  test("not said to have left when there was nobody to write to", async () => {
    const one = await session();
    expect((await planned(one, "reminder-day", dueAt("reminder-day", one.startsAt))).state).toBe("nobody");
    expect((await planned(one, "reminder-day", one.startsAt)).state).toBe("nobody");
    await makeRegistration({ webinarId: one.id });
    expect((await planned(one, "reminder-day", one.startsAt)).state).toBe("past");
  });

  test("what speaks of the replay waits for it; the survey does not", async () => {
    const one = await session({ startsAt: later(-3 * DAY) });
    await makeRegistration({ webinarId: one.id });
    await makeRegistration({ webinarId: one.id, presentAt: AT });
    expect((await planned(one, "follow-up-absent")).state).toBe("waiting");
    expect((await planned(one, "follow-up-present")).state).toBe("waiting");
    expect((await planned(one, "survey")).state).toBe("leaving");
    expect((await planned({ ...one, replayPublic: true }, "follow-up-absent")).state).toBe("leaving");
    const unnoted = { ...one, replayPublic: true, attendanceComplete: false };
    expect((await planned(unnoted, "follow-up-absent")).state).toBe("held");
    expect((await planned(unnoted, "follow-up-present")).state).toBe("leaving");
  });

  test("nothing is said of a session that is not on line", async () => {
    const one = await session({ visible: false });
    expect((await planned(one, "reminder-day")).state).toBe("hidden");
  });

  test("a cancelled session sends nothing more", async () => {
    const one = await session({ cancelledAt: AT });
    expect((await planned(one, "reminder-day")).state).toBe("cancelled");
  });

  test("words of its own are told", async () => {
    const one = await session();
    await db.mailTemplate.create({ data: { kind: "survey", webinarId: one.id, subject: "Ici", body: "Texte" } });
    expect((await planned(one, "survey")).rewritten).toBe(true);
    expect((await planned(one, "reminder-day")).rewritten).toBe(false);
  });

  test("every message of a session is there, what the team writes and what concerns none left out", async () => {
    const kinds = (await mailPlan(await makeEditor(), await session(), AT)).map(({ kind }) => kind);
    expect(kinds).toHaveLength(20);
    expect(kinds).not.toContain("announcement");
  });
});

describe("switching a message off", () => {
  test("for one session, and on again; what was done already is done once", async () => {
    const editor = await makeEditor();
    const [one, other] = [await session(), await session()];
    const ask = (on: boolean, at: Date) => switchMail(editor, { webinarId: one.id, kind: "survey", on }, at);
    expect(await ask(false, AT)).toEqual({ ok: true });
    expect(await ask(false, later(MINUTE))).toEqual({ ok: true });
    expect(await planned(one, "survey")).toMatchObject({ state: "off", off: true });
    expect((await planned(other, "survey")).state).toBe("planned");
    await ask(true, later(HOUR));
    expect((await planned(one, "survey")).state).toBe("planned");
    expect(await db.auditEntry.findMany({ orderBy: { at: "asc" } })).toMatchObject([
      { action: "mail.switch-off", noun: "webinar", target: one.id, details: { kind: "survey" }, at: AT },
      { action: "mail.switch-on", at: later(HOUR) },
    ]);
  });

  test("for a session that does not exist is refused", async () => {
    const asked = { webinarId: unknownId(), kind: "survey", on: false } as const;
    expect(await switchMail(await makeEditor(), asked, AT)).toEqual({ ok: false, reason: "unknown" });
  });
});
