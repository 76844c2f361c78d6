import { enqueueMail } from "#lib/mail/outbox-mutations";
import { db, disconnect } from "#lib/platform/db";
import { closeQueue, prepareQueue } from "#lib/platform/queue";
import { percentile, sender } from "#tests/load/bench-registrations";
import { pause } from "#tests/support/chance";
import { mailSink } from "#tests/support/mail-sink";
import { testClock } from "#tests/support/portal";
import type { Witness } from "#tests/support/witness";

/**
 * `npm run bench -- outage`: whether a mail server that is away slows registrations down. People come at a steady pace to
 * a portal that serves pages and delivers messages in one process. Short rounds with the mail server answering, and with
 * it away for an hour and messages waiting, follow each other: what else happens on the machine happens to both.
 */

/** Odd, for the median to be one of them. */
const PAIRS = 15;
const WAITING = 500;
const BETWEEN_MS = 50;
const WARM_UP = 20;
/** The queue's longest pause: deliveries that have met nobody for an hour are tried once in that time. */
const PAUSE_SECONDS = 540;

export type Pace = { p50: number; p95: number };
type Round = Pace & { people: number; faults: number };
/** Medians of the rounds, in milliseconds; away to answering, the median of the pairs and what their middle half lies in. */
export type Outage = {
  answering: Pace;
  away: Pace;
  ratio: Record<"lower" | "median" | "upper", Pace>;
  people: number;
  faults: number;
};

const sorted = (numbers: number[]) => numbers.toSorted((a, b) => a - b);

/** Of each figure, the one below which lies such a share of them. */
const quantile = (paces: Pace[], share: number): Pace => ({
  p50: percentile(sorted(paces.map(({ p50 }) => p50)), share),
  p95: percentile(sorted(paces.map(({ p95 }) => p95)), share),
});

/** An outbox as an hour without mail server leaves it: each message has been tried several times, and will be again. */
async function fillOutbox(): Promise<void> {
  const mail = { kind: "announcement", priority: 0, subject: "S", text: "T", html: "H" };
  await db.$transaction(
    async (tx) => {
      for (let index = 0; index < WAITING; index++) {
        const to = `attente.${index}@exemple.fr`;
        await enqueueMail(tx, { ...mail, to, emailKey: to }, new Date(testClock()));
      }
      await tx.$executeRaw`UPDATE pgboss.job SET state = 'retry', retry_count = 8,
        start_after = now() + random() * make_interval(secs => ${PAUSE_SECONDS}) WHERE name = 'mail.deliver'`;
    },
    { timeout: 60_000 },
  );
}

/** The few deliveries that the portal is busy with are left to it: they will find that their message is gone. */
async function emptyOutbox(): Promise<void> {
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'mail.deliver' AND id IN (
    SELECT id FROM pgboss.job WHERE name = 'mail.deliver' FOR UPDATE SKIP LOCKED)`;
  await db.outgoingMail.deleteMany();
}

/** One round on a session of its own. @param seconds how long people come */
async function round(portalUrl: string, database: Witness, seconds: number): Promise<Round> {
  const send = await sender(portalUrl, await database.newSession(null));
  for (let number = 0; number < WARM_UP; number++) await send(`echauffement.${number}`);
  const times: number[] = [];
  let faults = 0;
  const one = async (number: number) => {
    await pause(number * BETWEEN_MS);
    const started = performance.now();
    if (!(await send(`panne.${number}`))) faults += 1;
    times.push(performance.now() - started);
  };
  await Promise.all(Array.from({ length: (seconds * 1000) / BETWEEN_MS }, (_, number) => one(number)));
  const [p50, p95] = [percentile(sorted(times), 0.5), percentile(sorted(times), 0.95)];
  return { p50, p95, people: times.length, faults };
}

/**
 * @param smtpPort where the portal looks for its mail server
 * @param seconds how long a round lasts
 * @param progress told the pairs of rounds that are over
 */
export async function outage(
  portalUrl: string,
  database: Witness,
  { smtpPort, seconds, progress }: { smtpPort: number; seconds: number; progress: (text: string) => void },
): Promise<Outage> {
  await prepareQueue();
  const play = async (away: boolean) => {
    await emptyOutbox();
    const sink = away ? await fillOutbox() : await mailSink(undefined, { port: smtpPort });
    const outcome = await round(portalUrl, database, seconds);
    await sink?.close();
    return outcome;
  };
  const pairs: { answering: Round; away: Round }[] = [];
  while (pairs.length < PAIRS) {
    // Each state comes first as often as the other: whatever grows meanwhile weighs on both.
    const awayFirst = pairs.length % 2 === 1;
    const first = await play(awayFirst);
    const second = await play(!awayFirst);
    pairs.push(awayFirst ? { away: first, answering: second } : { answering: first, away: second });
    progress(`${pairs.length} of ${PAIRS} pairs of rounds\n`);
  }
  await closeQueue();
  await disconnect();

  const [answering, away] = [pairs.map((pair) => pair.answering), pairs.map((pair) => pair.away)];
  const ratios = pairs.map((pair) => ({
    p50: pair.away.p50 / pair.answering.p50,
    p95: pair.away.p95 / pair.answering.p95,
  }));
  const sum = (figures: number[]) => figures.reduce((total, figure) => total + figure, 0);
  return {
    answering: quantile(answering, 0.5),
    away: quantile(away, 0.5),
    ratio: { lower: quantile(ratios, 0.25), median: quantile(ratios, 0.5), upper: quantile(ratios, 0.75) },
    people: sum([...answering, ...away].map(({ people }) => people)),
    faults: sum([...answering, ...away].map(({ faults }) => faults)),
  };
}
