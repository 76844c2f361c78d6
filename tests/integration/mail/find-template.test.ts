import { expect, test } from "vitest";
import { mailTemplates } from "#lib/mail/default-templates";
import { mailText } from "#lib/mail/find-template";
import { db } from "#lib/platform/db";
import { makeWebinar } from "#tests/support/factories";

const write = (webinarId: string | null, subject: string) =>
  db.mailText.create({ data: { kind: "survey", webinarId, subject, body: "Le texte." } });

test("a session speaks with its own words, else with those of the team, else with those of the portal", async () => {
  const [mine, other] = [await makeWebinar(), await makeWebinar()];
  const { survey } = await mailTemplates();
  expect(await mailText(db, "survey", mine.id)).toEqual(survey);

  await write(null, "Pour toutes");
  expect((await mailText(db, "survey", mine.id)).subject).toBe("Pour toutes");
  expect((await mailText(db, "survey", null)).subject).toBe("Pour toutes");

  await write(mine.id, "Pour celle-ci");
  expect(await mailText(db, "survey", mine.id)).toEqual({ subject: "Pour celle-ci", body: "Le texte." });
  expect((await mailText(db, "survey", other.id)).subject).toBe("Pour toutes");
  expect((await mailText(db, "survey", null)).subject).toBe("Pour toutes");
  expect((await mailText(db, "reminder-day", mine.id)).subject).not.toMatch(/Pour/);
});
