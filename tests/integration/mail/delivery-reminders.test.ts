import type { ParsedMail } from "mailparser";
import { describe, expect, test } from "vitest";
import { dropQueued, enqueueMail } from "#lib/mail/outbox-mutations";
import { REMINDER_KINDS } from "#lib/mail/schema";
import { plannedKey } from "#lib/notices/plan/rules";
import { db } from "#lib/platform/db";
import { AT, DAY, HOUR, later } from "#tests/support/clock";
import { deliverThrough, rereadMail, withMailServer } from "#tests/support/delivery";
import { makeRegistration, makeWebinar } from "#tests/support/factories";

const server = withMailServer();
const clock = () => AT;

describe("a reminder", () => {
  const unsubscribeUrl = `https://portail.example/inscriptions/${"t".repeat(43)}/rappels`;
  const body = `Votre lien : https://portail.example/rejoindre/${"j".repeat(43)}`;

  async function reminder(
    seat: Parameters<typeof makeRegistration>[0] = {},
    changes: { staleAt?: Date } = {},
    kind: "reminder-day" | "survey" = "reminder-day",
  ) {
    const webinar = await makeWebinar();
    const registration = await makeRegistration({ webinarId: webinar.id, ...seat });
    const key = plannedKey(kind, registration.id, webinar.startsAt);
    const about = {
      kind,
      priority: 0,
      to: registration.email,
      registrationIds: [registration.id],
      key,
    };
    const content = {
      subject: "C’est demain",
      text: body,
      html: body,
      unsubscribeUrl,
      staleAt: later(HOUR),
      ...changes,
    };
    const id = await db.$transaction((tx) => enqueueMail(tx, { ...about, ...content }, AT));
    return { id: id ?? "", registration, webinar };
  }

  test.each([
    ["reminder-day", {}],
    ["survey", { presentAt: AT }],
  ] as const)("(%s) can be refused in one click, and its links are struck out once it has left", async (kind, seat) => {
    const { id } = await reminder(seat, {}, kind);
    expect(await deliverThrough(id, server.transport, clock)).toBe("settled");
    const [seen] = server.sink.messages as [ParsedMail];
    const lines = seen.headerLines.map(({ line }) => line.replace(/\r?\n\s+/g, " "));
    expect(lines).toContain(`List-Unsubscribe: <${unsubscribeUrl}>`);
    expect(lines).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    const after = await rereadMail(id);
    expect(after.status).toBe("sent");
    expect(after.unsubscribeUrl).toBe("https://portail.example/inscriptions/•••/rappels");
    expect(after.text).toContain("/rejoindre/•••");
  });

  const seatGivenBack = { status: "cancelled", cancelledAt: AT } as const;
  test.each([
    ["whose hour has passed", {}, { staleAt: AT }],
    ["of a seat given back since it was written", seatGivenBack, {}],
    ["refused since it was written", { remindersOffAt: AT }, {}],
  ])("%s does not leave, and its links are struck out", async (_, seat, changes) => {
    const { id } = await reminder(seat, changes);
    expect(await deliverThrough(id, server.transport, clock)).toBe("settled");
    expect(server.sink.messages).toEqual([]);
    const after = await rereadMail(id);
    expect(after).toMatchObject({ status: "dropped", sentAt: null, attempts: 0 });
    expect(after.text + after.html + after.unsubscribeUrl).not.toMatch(/[tj]{43}/);
  });

  test.each([
    ["moved", { startsAt: later(20 * DAY) }],
    ["cancelled", { cancelledAt: AT }],
  ])("of a session %s since it was written does not leave", async (_, change) => {
    const { id, webinar } = await reminder();
    await db.webinar.update({ where: { id: webinar.id }, data: change });
    await deliverThrough(id, server.transport, clock);
    expect(await rereadMail(id)).toMatchObject({ status: "dropped" });
  });

  test("taken back in time is struck of its links too", async () => {
    const { id, registration } = await reminder();
    await db.$transaction((tx) => dropQueued(tx, registration.id, REMINDER_KINDS));
    const after = await rereadMail(id);
    expect(after).toMatchObject({ status: "dropped", text: "Votre lien : https://portail.example/rejoindre/•••" });
    expect(after.html + after.unsubscribeUrl).not.toMatch(/[tj]{43}/);
  });
});
