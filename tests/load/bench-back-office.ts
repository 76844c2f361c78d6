import { randomUUID } from "node:crypto";
import { fillLibrary } from "#tests/load/library";
import { chance } from "#tests/support/chance";
import { type Portal, testClock } from "#tests/support/portal";
import type { Witness } from "#tests/support/witness";

/**
 * `npm run bench -- back-office`: how long the server takes to answer each screen of the team among 20,000 resources and
 * 100,000 registrations of 60,000 people, with two messages each: lists, filters, searches and the home.
 * BACK_OFFICE_ROUNDS is how many times each screen is asked for.
 */

const [RESOURCES, PEOPLE, REGISTRATIONS, SESSIONS] = [20_000, 60_000, 100_000, 60];
const ROUNDS = Number(process.env.BACK_OFFICE_ROUNDS) || 20;

const FIRST =
  "Marie Jean Léa Zoé Karim Élodie Paul Inès Hugo Anaïs Farid Chloé Quentin Rose Yann Denis Camille Noé Lucie".split(
    " ",
  );
const LAST =
  "Martin Bernard Curie Dupont Légère D’Arc Morvan Haddad Öztürk Roy Noël Perez Blanc Moreau Lefèvre Garcia Fontaine Rousseau Vidal Quatrevaux Petit Girard".split(
    " ",
  );
const PLACES = ["Mairie de", "Association du", "Fabrique de", "Fondation", "Communauté de communes de"];

const one = (list: string, index: string) => `(${list})[1 + (${index}) % array_length(${list}, 1)]`;

async function fillPeople(database: Witness): Promise<void> {
  const cycle = randomUUID();
  await database.rows(`INSERT INTO "Cycle" ("id", "slug", "title") VALUES ($1, 'mesure', 'Mesure')`, [cycle]);
  await database.rows(
    `INSERT INTO "Webinar" ("id", "slug", "cycleId", "title", "summary", "body", "startsAt", "publishedAt", "source", "confidence", "updatedAt")
     SELECT gen_random_uuid(), 'mesure-' || i, $1, 'Séance de mesure ' || i, 'Une séance.', 'Le déroulé.',
       now() + (i - ${SESSIONS} + 10) * interval '20 days', now() - interval '1 year', 'mesure', 'documented', now()
     FROM generate_series(1, ${SESSIONS}) i`,
    [cycle],
  );
  await database.rows(
    `INSERT INTO "Person" ("id", "email", "emailKey", "createdAt")
     SELECT gen_random_uuid(), 'personne.' || i || '@exemple' || i % 400 || '.fr', 'personne.' || i || '@exemple' || i % 400 || '.fr',
       now() - i * interval '1 minute' FROM generate_series(1, ${PEOPLE}) i`,
  );
  const names = `$1::text[], $2::text[], $3::text[]`;
  await database.rows(
    `WITH lists AS (SELECT * FROM (SELECT ${names}) AS l(firsts, lasts, places)),
     people AS (SELECT "id", row_number() OVER (ORDER BY "createdAt") AS i FROM "Person" WHERE "email" LIKE 'personne.%'),
     sessions AS (SELECT "id", row_number() OVER (ORDER BY "startsAt") - 1 AS s FROM "Webinar" WHERE "slug" LIKE 'mesure-%')
     INSERT INTO "Registration" ("id", "personId", "webinarId", "firstName", "lastName", "organisation", "profile", "confirmedAt", "presentAt", "updatedAt")
     SELECT gen_random_uuid(), people."id", sessions."id", ${one("firsts", "i")}, ${one("lasts", "i / 7")} || ' ' || i % 3000,
       ${one("places", "i / 3")} || ' Val-' || i % 900, 'association', now(), CASE WHEN sessions.s < 50 AND i % 3 = 0 THEN now() END, now()
     FROM lists, generate_series(0, ${REGISTRATIONS - 1}) n
     JOIN people ON people.i = 1 + n % ${PEOPLE} JOIN sessions ON sessions.s = (n % 53 + n / ${PEOPLE}) % ${SESSIONS}
     ON CONFLICT DO NOTHING`,
    [FIRST, LAST, PLACES],
  );
  await database.rows(
    `INSERT INTO "OutgoingMail" ("id", "kind", "status", "to", "emailKey", "subject", "text", "html", "registrationId", "createdAt", "sentAt")
     SELECT gen_random_uuid(), kind, (CASE WHEN r.n % 200 = 0 THEN 'failed' ELSE 'sent' END)::"MailStatus", p."email", p."emailKey",
       'Votre inscription', '', '', r."id", now() - r.n * interval '3 minutes', now()
     FROM (SELECT *, row_number() OVER () AS n FROM "Registration") r JOIN "Person" p ON p."id" = r."personId",
       unnest(ARRAY['registration-confirmed', 'reminder-day']) kind`,
  );
  await database.rows("VACUUM ANALYZE");
}

async function screens(database: Witness): Promise<[what: string, address: string][]> {
  const first = async (sql: string) => (await database.rows<{ id: string }>(sql))[0]?.id ?? "";
  const need = await first(`SELECT "id" FROM "Need" LIMIT 1`);
  // Those of past sessions are forgotten meanwhile.
  const person = await first(`
    SELECT r."personId" AS id FROM "Registration" r JOIN "Webinar" w ON w."id" = r."webinarId"
    WHERE r."personId" IS NOT NULL GROUP BY 1 ORDER BY max(w."startsAt") DESC, count(*) DESC LIMIT 1`);
  const session = await first(`SELECT "webinarId" AS id FROM "Registration" GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`);
  const list = (section: string, query: Record<string, string> = {}) =>
    `/administration/${section}?${new URLSearchParams(query)}`;
  return [
    ["home", "/administration"],
    ["resources", list("ressources")],
    ["resources, last page", list("ressources", { page: "400" })],
    ["resources, two words", list("ressources", { q: "mécénat territoire" })],
    [
      "resources, without need, one type, by title",
      list("ressources", { besoin: "aucun", type: "guide", tri: "titre" }),
    ],
    ["resources of a need", list("ressources", { besoin: need })],
    ["resources for a public, to be confirmed", list("ressources", { public: "company", fiabilite: "to_confirm" })],
    ["what an act would do to all resources", list("ressources/en-nombre", { toutes: "oui", acte: "publish" })],
    [
      "what a need would change in all resources",
      list("ressources/en-nombre", { toutes: "oui", acte: `add:besoin:${need}` }),
    ],
    ["sessions", list("webinaires")],
    ["people", list("personnes")],
    ["people, a rare name", list("personnes", { q: "quatrevaux zoe 2187" })],
    ["people, a common name", list("personnes", { q: "martin" })],
    ["people, a common organisation and a name", list("personnes", { q: "mairie dupont" })],
    ["people, an address", list("personnes", { q: "personne.4242@exemple" })],
    ["people, two letters", list("personnes", { q: "le" })],
    ["people who come", list("personnes", { etat: "vient" })],
    ["people whose last message was refused", list("personnes", { etat: "refus" })],
    ["people who came, by name", list("personnes", { etat: "venue", q: "curie" })],
    ["a person", `/administration/personnes/${person}`],
    ["registrants of a session", `/administration/webinaires/${session}/inscrits`],
    ["search everywhere, a name", list("recherche", { q: "quatrevaux" })],
    ["search everywhere, words", list("recherche", { q: "mécénat de compétences" })],
    ["mailings", list("envois")],
    ["messages", list("envois/messages")],
    ["messages to somebody", list("envois/messages", { q: "personne.4242@exemple42.fr" })],
    ["journal", list("journal")],
  ];
}

export type Asked = { what: string; p50: number; p95: number };

/** @returns what each screen takes, in milliseconds, and how many answers were not as they should be */
export async function backOffice(
  portal: Portal,
  database: Witness,
  say: (text: string) => void,
): Promise<{ rows: Asked[]; faults: number }> {
  const start = performance.now();
  await fillLibrary(portal.databaseUrl, RESOURCES, chance(RESOURCES));
  await fillPeople(database);
  say(`filled in ${Math.round((performance.now() - start) / 1000)} s\n`);
  const [{ createAccount }, { openSession }, { db, disconnect }] = await Promise.all([
    import("#lib/auth/account-mutations"),
    import("#lib/auth/session-mutations"),
    import("#lib/platform/db"),
  ]);
  // The portal's own instant: a session of another one is over.
  const at = new Date(testClock());
  const account = { email: "mesure@exemple.fr", name: "Mesure", password: randomUUID() };
  const made = await createAccount(account, { role: "administrator" }, at);
  const { token } = await openSession(db, { userId: made.ok ? made.userId : "", userAgent: null }, at);
  await disconnect();
  const rows: Asked[] = [];
  let faults = 0;
  for (const [what, address] of await screens(database)) {
    const times: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const before = performance.now();
      const answer = await fetch(portal.url + address, {
        headers: { Cookie: `portail-session=${token}` },
        redirect: "manual",
      });
      await answer.text();
      if (answer.status !== 200) faults += 1;
      // The first one opens connections and reads what no memory holds.
      if (round > 0) times.push(performance.now() - before);
    }
    times.sort((a, b) => a - b);
    const share = (part: number) => times[Math.floor((times.length - 1) * part)] ?? 0;
    rows.push({ what, p50: share(0.5), p95: share(0.95) });
  }
  return { rows, faults };
}
