import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { person, rush, tally, verdict, type Witness, witness } from "#tests/support/crowd";
import { dataFolder, type Portal, removeFolder, startPortal } from "#tests/support/portal";

const SEATS = 10;
const PEOPLE = 60;
const everyone = Array.from({ length: PEOPLE }, (_, index) => person(index));

let dataDir: string;
beforeAll(async () => {
  dataDir = await dataFolder();
});
afterAll(() => removeFolder(dataDir));

/** A portal on the folder of this file, and the slugs of its sessions to come, of ten seats each. */
function portalWith(env: Record<string, string>) {
  const opened = {} as { portal: Portal; database: Witness; slugs: string[] };
  beforeAll(async () => {
    opened.portal = await startPortal({ dataDir, env });
    opened.database = await witness(opened.portal.databaseUrl);
    opened.slugs = await opened.database.upcoming();
    for (const slug of opened.slugs) await opened.database.setCapacity(slug, SEATS);
  });
  afterAll(async () => {
    await opened.database?.end();
    await opened.portal?.stop();
  });
  return opened;
}

describe(`${PEOPLE} people, ${SEATS} seats`, () => {
  const opened = portalWith({});

  test("exactly the seats are taken, everyone else is told, nobody is lost", async () => {
    const { portal, database, slugs } = opened;
    const [slug = ""] = slugs;
    const answers = await rush(portal.url, slug, everyone);
    expect(tally(answers.map(verdict))).toEqual({ in: SEATS, full: PEOPLE - SEATS });

    const told = everyone.filter((_, index) => answers[index]?.status === 303).map(({ email }) => email);
    expect(await database.confirmed(slug)).toEqual(told.sort());
    const mails = await database.rows<{ to: string }>('SELECT "to" FROM "OutgoingMail" ORDER BY "to"');
    expect(mails.map(({ to }) => to)).toEqual(told);
    const pages = await Promise.all(
      answers.flatMap(({ location }) => (location ? [fetch(new URL(location, portal.url))] : [])),
    );
    expect(pages.map(({ status }) => status)).toEqual(Array(SEATS).fill(200));
  });

  test("two people for the last seat: one has it, twenty times over", async () => {
    const { portal, database, slugs } = opened;
    const slug = slugs[1] ?? "";
    for (let round = 1; round <= 20; round++) {
      await database.setCapacity(slug, round);
      const answers = await rush(portal.url, slug, [person(`a${round}`), person(`b${round}`)]);
      expect(tally(answers.map(verdict))).toEqual({ in: 1, full: 1 });
    }
    expect(await database.confirmed(slug)).toHaveLength(20);
  });

  test("one person who clicks twenty times is registered once, and written to twice at most", async () => {
    const { portal, database, slugs } = opened;
    const slug = slugs[2] ?? "";
    const sameAddress = ["PERSONNE.X@exemple.fr", " personne.x@exemple.fr", "personne.x@EXEMPLE.fr "];
    const clicks = Array.from({ length: 20 }, (_, index) => ({ ...person("x"), email: sameAddress[index % 3] ?? "" }));
    const answers = await rush(portal.url, slug, clicks);
    expect(tally(answers.map(verdict))).toEqual({ in: 20 });
    expect(await database.confirmed(slug)).toHaveLength(1);
    const [mails] = await database.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM "OutgoingMail" WHERE lower("to") LIKE 'personne.x@%'`,
    );
    expect(mails?.count).toBeLessThanOrEqual(2);
  });
});

describe("with the lock taken out", () => {
  const opened = portalWith({ REGISTRATION_LOCK: "off" });

  test("the same rush overbooks: the test above can fail", async () => {
    const { portal, database, slugs } = opened;
    let most = 0;
    for (const slug of slugs.slice(3, 8)) {
      await rush(portal.url, slug, everyone);
      most = Math.max(most, (await database.confirmed(slug)).length);
      if (most > SEATS) break;
    }
    expect(most).toBeGreaterThan(SEATS);
  });
});
