import pg from "pg";
import { issueFormToken } from "#lib/abuse/form-token";
import { register } from "#lib/enrolment/mutations";
import { registrationSchema } from "#lib/enrolment/schema";
import { findTemplate } from "#lib/mail/find-template";
import { renderMail } from "#lib/mail/render";
import { MAIL_VARIABLES } from "#lib/mail/schema";
import { db, disconnect } from "#lib/platform/db";
import { closeQueue } from "#lib/platform/queue";
import { person, registrationForm, verdict } from "#tests/support/crowd";
import { type Portal, testClock } from "#tests/support/portal";
import { parentOf, processorTime, quiet } from "#tests/support/processor";
import type { Witness } from "#tests/support/witness";

/**
 * `npm run bench -- registrations`: how many people register in a second through HTTP, and where the time goes.
 * Throughput is taken with several people at once. Shares are taken with one person at a time, since times then add up:
 * what HTTP takes beyond the same registration asked of the code itself, in this process, is the framework's; in the
 * code's own time, what the driver waits for its queries is the database's; a message composed alone is the rendering's.
 */

const PEOPLE_AT_ONCE = 16;
const ALONE = 200;
const WARM_UP = 50;
const KIND = "registration-confirmed";

export type Throughput = { what: string; perSecond: number; p50: number; p99: number; faults: number };
/** Milliseconds of processor that each registration takes of the portal and of its database. */
export type Spent = { portalMs: number; databaseMs: number };
export type Share = { what: string; ms: number; share: number };

const now = () => new Date(testClock());
export const percentile = (sorted: number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;

/** A form of one session, as posted by any number of people: each has the token that their own page would carry. */
export async function sender(portalUrl: string, slug: string) {
  const form = await registrationForm(portalUrl, slug);
  return async (name: string): Promise<boolean> =>
    verdict(await form.submit({ ...person(name), formToken: issueFormToken(now()) })) === "in";
}

/** People who register one after the other, several at once, on a session without limit. */
export async function throughput(portal: Portal, database: Witness, seconds: number): Promise<Throughput & Spent> {
  const [backend] = await database.rows<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const server = parentOf(backend?.pid ?? 0);
  const send = await sender(portal.url, await database.newSession(null));
  const warm = async (name: number) => {
    for (let number = 0; number < WARM_UP; number++) await send(`echauffement.${name}.${number}`);
  };
  await Promise.all(Array.from({ length: PEOPLE_AT_ONCE }, (_, name) => warm(name)));
  await quiet(portal.pid);
  const times: number[] = [];
  let faults = 0;
  const before = { portal: processorTime(portal.pid), database: processorTime(server) };
  const end = performance.now() + seconds * 1000;
  const one = async (name: number) => {
    for (let number = 1; performance.now() < end; number++) {
      const started = performance.now();
      if (!(await send(`banc.${name}.${number}`))) faults += 1;
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: PEOPLE_AT_ONCE }, (_, name) => one(name)));
  times.sort((a, b) => a - b);
  const speed = { perSecond: times.length / seconds, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
  const each = (now: number, then: number) => (now - then) / times.length;
  const portalMs = each(processorTime(portal.pid), before.portal);
  const databaseMs = each(processorTime(server), before.database);
  return { what: "registrations", ...speed, faults, portalMs, databaseMs };
}

/** Milliseconds that a work takes on average, alone, once it is warm. */
async function alone(work: (number: number) => unknown): Promise<number> {
  for (let number = 0; number < WARM_UP; number++) await work(-1 - number);
  const started = performance.now();
  for (let number = 0; number < ALONE; number++) await work(number);
  return (performance.now() - started) / ALONE;
}

/** Adds up what queries of this process take, from their sending to their answer. */
function timedQueries() {
  const real = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  const taken = { ms: 0 };
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const started = performance.now();
    const answer = real.apply(this, args);
    if (answer instanceof Promise)
      answer.finally(() => {
        taken.ms += performance.now() - started;
      });
    return answer;
  } as typeof pg.Client.prototype.query;
  return taken;
}

/** Where the time of one registration goes. @returns parts in milliseconds, with their share of the whole */
export async function shares(portalUrl: string, database: Witness): Promise<Share[]> {
  const send = await sender(portalUrl, await database.newSession(null));
  const http = await alone((number) => send(`http.${number}`));

  const slug = await database.newSession(null);
  const queries = timedQueries();
  let counted = 0;
  const inside = await alone((number) => {
    if (number === 0) counted = queries.ms;
    const input = registrationSchema.parse(person(`code.${number}`));
    return register([slug], input, { formToken: issueFormToken(now()) }, now());
  });
  const inDatabase = (queries.ms - counted) / ALONE;

  const text = await findTemplate(db, KIND, null);
  const variables = Object.fromEntries(MAIL_VARIABLES[KIND].map((name) => [name, "https://exemple.fr/une-valeur"]));
  const rendering = await alone(() => renderMail(text, variables));
  await closeQueue();
  await disconnect();

  const part = (what: string, ms: number): Share => ({ what, ms, share: ms / http });
  return [
    part("database: queries, from sending to answer", inDatabase),
    part("rendering: the message as text and HTML", rendering),
    part("rules, calendar and Prisma", inside - inDatabase - rendering),
    part("framework and HTTP", http - inside),
    part("one registration, nobody else there", http),
  ];
}
