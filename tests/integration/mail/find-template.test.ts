import { expect, test } from "vitest";
import { defaultTemplates } from "#lib/mail/default-templates";
import { findTemplate } from "#lib/mail/find-template";
import { db } from "#lib/platform/db";
import { makeWebinar } from "#tests/support/factories";

const write = (webinarId: string | null, subject: string) =>
  db.mailTemplate.create({ data: { kind: "survey", webinarId, subject, body: "Le texte." } });

test("a session speaks with its own words, else with those of the team, else with those of the portal", async () => {
  const [mine, other] = [await makeWebinar(), await makeWebinar()];
  const { survey } = await defaultTemplates();
  expect(await findTemplate(db, "survey", mine.id)).toEqual(survey);

  await write(null, "Pour toutes");
  expect((await findTemplate(db, "survey", mine.id)).subject).toBe("Pour toutes");
  expect((await findTemplate(db, "survey", null)).subject).toBe("Pour toutes");

  await write(mine.id, "Pour celle-ci");
  expect(await findTemplate(db, "survey", mine.id)).toEqual({ subject: "Pour celle-ci", body: "Le texte." });
  expect((await findTemplate(db, "survey", other.id)).subject).toBe("Pour toutes");
  expect((await findTemplate(db, "survey", null)).subject).toBe("Pour toutes");
  expect((await findTemplate(db, "reminder-day", mine.id)).subject).not.toMatch(/Pour/);
});
