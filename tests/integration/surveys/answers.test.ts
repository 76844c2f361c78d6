import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { newToken } from "#lib/platform/tokens";
import { answerSurvey } from "#lib/surveys/mutations";
import { findSurvey, publicSurvey, webinarSurvey } from "#lib/surveys/queries";
import { AT, DAY, HOUR, later } from "#tests/support/clock";
import { makeAnswer, makeEditor, makeRegistration, makeWebinar } from "#tests/support/factories";
import { grantedLink, mailboxLink } from "#tests/support/links";
import { waiting } from "#tests/support/locks";

const answer = { usefulness: 5, intention: "yes", suggestion: "Le mécénat" } as const;

/** Someone whose session has ended, with a link to its survey. */
async function invited(startsAt = later(-2 * HOUR)) {
  const webinar = await makeWebinar({ startsAt });
  const registration = await makeRegistration({ webinarId: webinar.id });
  return { webinar, registration, token: await grantedLink(registration.id, "survey") };
}

describe("an answer", () => {
  test("is kept, and says neither who gave it nor when", async () => {
    const { webinar, registration, token } = await invited();
    expect((await findSurvey(token, AT))?.state).toBe("open");
    expect(await answerSurvey(token, answer, AT)).toEqual({ ok: true });

    const [kept] = await db.surveyAnswer.findMany();
    expect(kept).toEqual({ id: expect.stringMatching(/^.{14}4/), webinarId: webinar.id, ...answer });
    const after = await db.registration.findUniqueOrThrow({ where: { id: registration.id } });
    const { email: _, ...row } = registration;
    expect(after).toEqual({ ...row, surveyAnswered: true });
    expect((await findSurvey(token, AT))?.state).toBe("answered");
  });

  test("is given once a link, even by several clicks at the same instant", async () => {
    const { registration, token } = await invited();
    const answers: ReturnType<typeof answerSurvey>[] = [];
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Registration" WHERE "id" = ${registration.id}::uuid FOR UPDATE`;
      answers.push(...[1, 2, 3].map(() => answerSurvey(token, answer, AT)));
      await waiting(3);
    });
    const outcomes = await Promise.all(answers);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(2).fill({ ok: false, reason: "answered" }));
    expect(await db.surveyAnswer.count()).toBe(1);
  });

  test("waits for the end of the session", async () => {
    const { token } = await invited(later(-30 * 60_000));
    expect(await answerSurvey(token, answer, AT)).toEqual({ ok: false, reason: "early" });
    expect(await db.surveyAnswer.count()).toBe(0);
  });

  test("needs a link made for it, and a person who was not erased", async () => {
    const { registration, token } = await invited();
    const others = [newToken(), "x", await mailboxLink(registration.email)];
    others.push(await grantedLink(registration.id, "join"));
    for (const other of others) {
      expect(await answerSurvey(other, answer, AT)).toEqual({ ok: false, reason: "unknown" });
      expect(await findSurvey(other, AT)).toBeNull();
    }
    await db.registration.update({ where: { id: registration.id }, data: { anonymisedAt: AT, personId: null } });
    expect(await answerSurvey(token, answer, AT)).toEqual({ ok: false, reason: "unknown" });
    expect(await db.surveyAnswer.count()).toBe(0);
  });

  test("is shown by as many readings as one likes without being given", async () => {
    const { registration, token } = await invited();
    for (let time = 0; time < 10; time++) await findSurvey(token, later(time * DAY));
    expect(await db.registration.findUniqueOrThrow({ where: { id: registration.id } })).toMatchObject({
      id: registration.id,
      surveyAnswered: false,
      updatedAt: registration.updatedAt,
    });
  });
});

describe("results", () => {
  test("of a session come from the fifth answer on, suggestions included", async () => {
    const editor = await makeEditor();
    const [{ id: webinarId }, other] = [await makeWebinar(), await makeWebinar()];
    for (const suggestion of ["Zones rurales", "Alliances", null, null]) await makeAnswer({ webinarId, suggestion });
    await makeAnswer({ webinarId: other.id, usefulness: 1, suggestion: "Ailleurs" });
    expect(await webinarSurvey(editor, webinarId)).toEqual({ answers: 4, summary: null, suggestions: [] });

    await makeAnswer({ webinarId, usefulness: 5, intention: "no", suggestion: "Mesurer" });
    const { answers, summary, suggestions } = await webinarSurvey(editor, webinarId);
    expect(answers).toBe(5);
    expect(summary).toMatchObject({ answers: 5, mean: 4.2 });
    expect(suggestions).toEqual(["Alliances", "Mesurer", "Zones rurales"]);
  });

  test("of every session together follow the same rule, and hold no suggestion", async () => {
    for (let made = 0; made < 4; made++) await makeAnswer({ webinarId: (await makeWebinar()).id });
    expect(await publicSurvey()).toBeNull();
    await makeAnswer({
      webinarId: (await makeWebinar()).id,
      usefulness: 3,
      intention: "maybe",
      suggestion: "Un nom propre",
    });
    const summary = await publicSurvey();
    expect(summary).toMatchObject({ answers: 5, mean: 3.8 });
    expect(JSON.stringify(summary)).not.toContain("Un nom propre");
  });
});
