import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { askQuestion, moderate } from "#lib/questions/mutations";
import { listAnsweredQuestions, listQuestions } from "#lib/questions/queries";
import { AT, HOUR, later } from "#tests/support/clock";
import { makeEditor, makeQuestion, makeRegistration, makeWebinar, unknownId } from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";

test("a question sent in advance waits to be sorted, and the team sees who asked", async () => {
  const editor = await makeEditor();
  const { id: webinarId } = await makeWebinar();
  const { id } = await makeRegistration({ webinarId, firstName: "Aïcha", lastName: "Benali" });
  await db.$transaction(async (tx) => {
    await askQuestion(tx, webinarId, null, "Et sans budget ?", later(HOUR));
    await askQuestion(tx, webinarId, id, "Par où commencer ?", AT);
  });
  expect(await listQuestions(editor, webinarId)).toEqual([
    expect.objectContaining({ text: "Par où commencer ?", status: "pending", who: "Aïcha Benali", createdAt: AT }),
    expect.objectContaining({ text: "Et sans budget ?", status: "pending", who: null }),
  ]);
  expect(await listQuestions(editor, (await makeWebinar()).id)).toEqual([]);
});

test("who asked is forgotten with the registration", async () => {
  const { id: registrationId, webinarId } = await makeRegistration();
  await makeQuestion({ webinarId, registrationId });
  await db.registration.update({ where: { id: registrationId }, data: { firstName: "", lastName: "" } });
  expect((await listQuestions(await makeEditor(), webinarId))[0]?.who).toBeNull();
});

test("the public reads what is accepted and answered, and never who asked", async () => {
  const { id: registrationId, webinarId } = await makeRegistration({ firstName: "Aïcha" });
  const kept = { webinarId, registrationId, status: "accepted", answer: "Oui." } as const;
  const { id } = await makeQuestion({ ...kept, text: "Retenue" });
  for (const hidden of [{ status: "pending" }, { status: "dismissed" }, { answer: null }, { answer: "" }] as const)
    await makeQuestion({ ...kept, ...hidden });
  expect(await listAnsweredQuestions(webinarId)).toEqual([{ id, text: "Retenue", theme: null, answer: "Oui." }]);
});

test.each(["the team", "the public"])(
  "questions are read by %s in the order in which they were asked",
  async (reader) => {
    const editor = await makeEditor();
    const { id: webinarId } = await makeWebinar();
    await expectOrder(
      ["Qui ?", "Quoi ?", "Quand ?", "Combien ?"],
      (text, rank) => makeQuestion({ webinarId, text, status: "accepted", answer: "Voici.", createdAt: later(rank) }),
      async () => {
        const questions = await (reader === "the team"
          ? listQuestions(editor, webinarId)
          : listAnsweredQuestions(webinarId));
        return questions.map(({ text }) => text);
      },
    );
  },
);

describe("moderation", () => {
  const change = { status: "accepted", text: "Mieux dit ?", theme: "Élus", answer: "Voici." } as const;

  test("rewrites, sorts and answers, and leaves what is not named", async () => {
    const editor = await makeEditor();
    const { id, webinarId } = await makeQuestion();
    expect(await moderate(editor, id, change, AT)).toEqual({ ok: true, webinarId });
    expect(await db.question.findUnique({ where: { id } })).toMatchObject(change);
    expect(await moderate(editor, id, { status: "dismissed" }, AT)).toEqual({ ok: true, webinarId });
    expect(await db.question.findUnique({ where: { id } })).toMatchObject({ ...change, status: "dismissed" });
  });

  test("is written in the journal, without the words of anybody", async () => {
    const editor = await makeEditor();
    const { id, webinarId } = await makeQuestion();
    await moderate(editor, id, change, AT);
    const entry = await db.auditEntry.findFirstOrThrow();
    expect(entry).toMatchObject({ action: "question.moderate", target: webinarId, userId: editor.userId, at: AT });
    expect(JSON.stringify(entry.details)).not.toContain("Mieux dit");
  });

  test("refuses to write over what a colleague wrote meanwhile", async () => {
    const editor = await makeEditor();
    const { id, webinarId } = await makeQuestion();
    const shown = (await listQuestions(editor, webinarId))[0]?.shown;
    const answers = ["Un.", "Deux.", "Trois.", "Quatre.", "Cinq.", "Six."];
    // Their connections are opened beforehand, so that they meet.
    await Promise.all(answers.map(() => db.$queryRaw`SELECT 1 FROM pg_sleep(0.05)`));
    const outcomes = await Promise.all(answers.map((answer) => moderate(editor, id, { ...change, answer, shown }, AT)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, reason: "stale" });
    expect(await db.auditEntry.count()).toBe(1);
  });

  test.each([
    { status: "dismissed" },
    { text: "Autrement dit ?" },
    { theme: "Financement" },
    { answer: "Oui." },
  ] as const)("refuses to write over a change of %o alone", async (meanwhile) => {
    const editor = await makeEditor();
    const { id, webinarId } = await makeQuestion();
    const [read] = await listQuestions(editor, webinarId);
    await db.question.update({ where: { id }, data: meanwhile });
    expect(await moderate(editor, id, { ...change, shown: read?.shown ?? "" }, AT)).toEqual({
      ok: false,
      reason: "stale",
    });
    expect(await db.question.findUnique({ where: { id } })).toMatchObject(meanwhile);
  });

  test("says that a question is gone", async () => {
    expect(await moderate(await makeEditor(), unknownId(), change, AT)).toEqual({ ok: false, reason: "unknown" });
  });
});
