import { changeSession, fromStart, makeLink, makeSeat, makeSession } from "#tests/support/session-of-the-day";
import type { Witness } from "#tests/support/witness";

const DAY = 1440;

/** An address for every state in which a personal page can be, written into the database of the portal. */
export async function personalStates(database: Witness, someone: string): Promise<Record<string, string>> {
  const own = (name: string) => someone.replace("@", `.${name}@`);
  const coming = await makeSession(database, fromStart(9 * DAY), { published: true });
  const later = await makeSession(database, fromStart(12 * DAY), { published: true });
  const begun = await makeSession(database, fromStart(-10), { roomUrl: "https://salle.example/", published: true });
  const waited = await makeSession(database, fromStart(-20), { published: true });
  const over = await makeSession(database, fromStart(-DAY), { published: true });
  const cancelled = await makeSession(database, fromStart(5 * DAY), { published: true });
  await changeSession(database, over, { durationMinutes: 60 });
  await changeSession(database, cancelled, { cancelledAt: fromStart(-60) });

  const states: Record<string, string> = {};
  const show = async (name: string, session: { id: string; slug: string }, status = "confirmed") => {
    const registration = await makeSeat(database, session, own(name), status);
    states[name] = `/inscriptions/${await makeLink(database, { email: own(name) })}`;
    states[`${name}.screen`] = `/inscriptions/${await makeLink(database, { registration, scope: "owner" })}`;
    states[`${name}.reminders`] = `${states[name]}/rappels`;
    states[`${name}.join`] = `/rejoindre/${await makeLink(database, { registration, scope: "join" })}`;
    states[`${name}.survey`] = `/avis/${await makeLink(database, { registration, scope: "survey" })}`;
    return registration;
  };
  for (const status of ["confirmed", "waiting", "cancelled", "expired"]) await show(status, coming, status);
  const offered = await show("offered", coming, "offered");
  await database.rows(`UPDATE "Registration" SET "waitlistRank" = 2, "offerExpiresAt" = $2 WHERE "id" = $1`, [
    offered,
    fromStart(DAY),
  ]);
  await show("begun", begun);
  await show("waited", waited);
  await show("over", over);
  await show("called.off", cancelled);
  const several = await show("several", coming);
  await makeSeat(database, later, own("several"));
  const present = await show("present", over);
  const code = `7K3M-${over.id.slice(0, 4)}-${over.id.slice(4, 8)}`.toUpperCase();
  await database.rows(
    `UPDATE "Registration" SET "presentAt" = $2, "attendanceSource" = 'report', "certificateCode" = $3 WHERE "id" = $1`,
    [present, fromStart(-DAY), code],
  );
  await database.rows(`UPDATE "Registration" SET "surveyAnswered" = true WHERE "id" = $1`, [present]);
  await database.rows(
    `INSERT INTO "Question" ("id", "registrationId", "webinarId", "text")
    SELECT gen_random_uuid(), "id", "webinarId", 'Qui décide ?' FROM "Registration" WHERE "id" = $1`,
    [several],
  );
  for (const done of ["annulation", "retour", "rappels", "question", "liens"])
    states[`done.${done}`] = `${states.confirmed}?fait=${done}`;
  return { ...states, certificate: `/attestations/${code}`, certificates: "/attestations" };
}
