import { expect, mailsTo, test } from "#tests/support/journey";
import { readPdf } from "#tests/support/pdf";
import {
  changeSession,
  fromStart,
  makeLink,
  makeSeat,
  makeSession,
  videoConference,
} from "#tests/support/session-of-the-day";
import { sweepNow } from "#tests/support/sweep";

const TWO_DAYS = 2 * 1440;

test("after a session: presence, replay, messages to who came and who did not, survey, certificate", async ({
  page,
  guard,
  database,
  someone,
  request,
}) => {
  test.setTimeout(120_000);
  guard.allow(/request to 127\.0\.0\.1/);
  const absent = `absent.${someone}`;
  const conference = await videoConference();
  const session = await makeSession(database, fromStart(-10), { roomUrl: conference.url("jour"), published: true });
  const registration = await makeSeat(database, session, someone);
  await makeSeat(database, session, absent);
  await page.goto(`/rejoindre/${await makeLink(database, { registration, scope: "join" })}`);
  await page.getByRole("button", { name: "Entrer dans la salle" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Salle /jour");
  conference.close();

  // Two days go by: the survey leaves, the messages about the replay wait for it.
  await changeSession(database, session, { startsAt: fromStart(-TWO_DAYS - 10), durationMinutes: 60 });
  const kinds = () =>
    database.rows<{ kind: string; to: string }>(
      `SELECT m."kind", m."to" FROM "OutgoingMail" m JOIN "Registration" r ON r."id" = m."registrationId"
       WHERE r."webinarId" = $1 ORDER BY m."kind"`,
      [session.id],
    );
  await sweepNow();
  expect(await kinds()).toEqual([{ kind: "survey", to: someone }]);

  const replay = { replayUrl: "https://video.example/1", replayPublishedAt: fromStart(-60) };
  await changeSession(database, session, replay);
  await sweepNow();
  expect(await kinds()).toEqual([
    { kind: "follow-up-present", to: someone },
    { kind: "survey", to: someone },
  ]);
  // Nobody is told that they missed it before the team has said that everybody is noted.
  await changeSession(database, session, { attendanceCompleteAt: fromStart(-30) });
  await sweepNow();
  expect(await kinds()).toEqual([
    { kind: "follow-up-absent", to: absent },
    { kind: "follow-up-present", to: someone },
    { kind: "survey", to: someone },
  ]);
  const [toAbsent] = await mailsTo(absent);
  expect(toAbsent?.text).toContain(`/webinaires/${session.slug}`);
  expect(toAbsent?.text).not.toContain("attestation");

  const received = (await mailsTo(someone, 2)).map(({ text = "" }) => text).join("\n");
  await page.goto(found(/http\S+\/avis\/[\w-]{43}/, received));
  await page.getByRole("radio", { name: /^4/ }).check();
  await page.getByRole("radio", { name: "Oui" }).check();
  await page.getByRole("button", { name: "Envoyer mon avis" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Merci pour votre avis\u202F!");

  const file = await request.get(found(/http\S+\/attestation\.pdf\?seance=[\w-]+/, received));
  const { text } = readPdf(await file.body());
  expect(text).toContain("Camille Durand");
  await page.goto(found(/http\S+\/attestations\/[\w-]+/, text));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cette attestation est valable");
});

function found(address: RegExp, text: string): string {
  const [first] = address.exec(text) ?? [];
  if (!first) throw new Error(`No ${address} in: ${text}`);
  return first;
}
