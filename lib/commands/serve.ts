import { createServer } from "node:net";
import { buildPages, generateClient } from "#lib/commands/build";
import { openDatabase } from "#lib/commands/database";
import { readSettings } from "#lib/commands/settings";
import { CommandError, step } from "#lib/commands/steps";
import { migrate } from "#lib/commands/with-database";
import type { Env } from "#lib/platform/env";
import { PROJECT_ROOT } from "#lib/platform/root";

type Stop = () => Promise<void>;

const portTaken = (port: number) =>
  new CommandError(`Le port ${port} est déjà utilisé : arrêtez l’autre programme, ou donnez un autre port avec PORT.`);

/** Nothing is started when the port is taken: told at once rather than after the build. */
function assertPortFree({ PORT, HOST }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") reject(portTaken(PORT));
      else
        reject(
          new CommandError(`Le port ${PORT} ne peut pas être ouvert (${error.code}) : donnez-en un autre avec PORT.`),
        );
    });
    probe.listen({ port: PORT, host: HOST }, () => probe.close(() => resolve()));
  });
}

async function seed(): Promise<void> {
  const { seedContent } = await import("#lib/content/seed");
  const { defaultTemplates: mailTemplates } = await import("#lib/mail/default-templates");
  const { now } = await import("#lib/platform/clock");
  // A text that names what its message does not know is told now, not to the first person it is written to.
  await Promise.all([seedContent(now()), mailTemplates()]).catch((error: Error) => {
    throw new CommandError(error.message);
  });
}

/** The framework tells what it reads on the console, in the middle of our own sentence. */
async function quietly(work: () => Promise<void>): Promise<void> {
  const { log } = console;
  console.log = () => undefined;
  await work().finally(() => {
    console.log = log;
  });
}

const MEBIBYTE = 1_048_576;

async function pageCache({ PAGE_CACHE_MB, PURGE_URL }: Env) {
  const { SITE: site } = await import("#lib/site/site");
  return PAGE_CACHE_MB === 0
    ? undefined
    : {
        site,
        maxBytes: PAGE_CACHE_MB * MEBIBYTE,
        purgeUrl: PURGE_URL,
      };
}

async function viewCounter() {
  const { createViewCounter } = await import("#lib/views/counter-mutations");
  const { now } = await import("#lib/platform/clock");
  const { publicAddresses } = await import("#lib/feeds/sitemap");
  const { publicFiles } = await import("#lib/media/queries");
  const pages = async (at: Date) => [
    ...(await publicAddresses(at)).map(({ path }) => path),
    ...(await publicFiles(at)),
  ];
  return createViewCounter({ pages, clock: now });
}

async function directForms() {
  const { namedInBuild } = await import("#lib/edge/front/direct-forms");
  const { directForm } = await import("#lib/edge/form-outcome");
  const { registrationForm } = await import("#lib/site/registration-form");
  const { now } = await import("#lib/platform/clock");
  const registration = directForm(registrationForm(now));
  return namedInBuild({ "app/(site)/webinaires/[slug]/actions.ts#registerForWebinar": registration });
}

async function startPages(settings: Env, development: boolean): Promise<Stop> {
  const { default: next } = await import("next");
  const { createFront } = await import("#lib/edge/front/server");
  if (!development) {
    const { shareStaticFiles } = await import("#lib/edge/static-file-mutations");
    await shareStaticFiles((await import("#lib/platform/clock")).now());
  }
  if (!development) (await import("#lib/platform/log")).logConsole();
  const app = next({
    dev: development,
    dir: PROJECT_ROOT,
    port: settings.PORT,
    hostname: settings.HOST ?? "localhost",
  });
  await quietly(() => app.prepare());
  const views = await viewCounter();
  const { findPublicFile } = await import("#lib/media/queries");
  const { dossierArchive } = await import("#lib/dossier/archive/queries");
  const { paths } = await import("#lib/platform/paths");
  const { now } = await import("#lib/platform/clock");
  const front = createFront({
    siteUrl: settings.SITE_URL,
    development,
    pages: app.getRequestHandler(),
    left: (await import("#lib/publication/departures/queries")).findLeft,
    file: (id, name) => findPublicFile(id, name, now()),
    archive: {
      path: paths.dossierFiles(),
      name: "mon-dossier.zip",
      partsOf: (asked) => dossierArchive(asked, now()),
    },
    ...(!development && { cache: await pageCache(settings), see: views.see, forms: await directForms() }),
    ...(development && { upgrade: app.getUpgradeHandler() }),
  });
  await front.listen(settings.PORT, settings.HOST).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EADDRINUSE" ? portTaken(settings.PORT) : error;
  });
  return async () => {
    await front.stop(settings.DRAIN_SECONDS * 1000);
    await views.stop();
    await app.close();
  };
}

async function announce(settings: Env): Promise<void> {
  const { createFirstAdministratorLink } = await import("#lib/auth/invitation-mutations");
  const { now } = await import("#lib/platform/clock");
  const link = await createFirstAdministratorLink(now());
  process.stdout.write(`\nLe portail est prêt : ${settings.SITE_URL}\n`);
  if (!link) return;
  process.stdout.write(
    "Aucun compte n’existe encore. Ce lien, valable 24 heures et une seule fois, crée le premier :\n",
  );
  process.stdout.write(`${settings.SITE_URL}${link}\n`);
}

/** Ends everything in the order in which people would miss it least, once, and with exit code 0. */
function stopOnSignal(stops: Stop[]): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    process.stdout.write("\nArrêt en cours…\n");
    for (const end of stops.toReversed()) await end();
    process.stdout.write("Tout est arrêté.\n");
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop());
}

function lost(error: Error): void {
  process.stderr.write(
    `\nLa base de données s’est arrêtée et ne redémarre pas : le portail s’arrête.\n${error.message}\n`,
  );
  process.exit(1);
}

/**
 * Starts everything that ROLE asks for and keeps running: database, migrations, content, build, pages, worker.
 * @param options.development hot reload instead of a build
 * @throws CommandError with a French sentence when something is not right
 */
export async function serve({ development }: { development: boolean }): Promise<void> {
  Object.assign(process.env, { NODE_ENV: development ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" });
  const settings = readSettings();
  const web = settings.ROLE !== "worker";
  if (web) await assertPortFree(settings);
  process.env.SITE_URL = settings.SITE_URL;
  process.env.NEXTAUTH_URL = settings.SITE_URL;

  process.stdout.write("L’innovation territoriale en actions !\n\n");
  const stops: Stop[] = [];
  try {
    stops.push(
      await step("1/5", "Base de données", async () => {
        await generateClient();
        return openDatabase(settings, lost);
      }),
    );
    process.env.NEXTAUTH_SECRET = process.env.SESSION_SECRET;
    stops.push(async () => (await import("#lib/platform/db")).disconnect());
    await step("2/5", "Structure des données", async () => {
      await migrate();
      const { ensureQueues } = await import("#lib/jobs/queues");
      await ensureQueues();
      // From here on nothing acts as the owner of the tables.
      delete process.env.DATABASE_OWNER_URL;
    });
    await step("3/5", "Contenus", seed);
    await step("4/5", development ? "Pages (à la demande)" : "Construction des pages", async () => {
      if (web && !development) await buildPages();
    });
    await step("5/5", "Mise en service", async () => {
      if (settings.ROLE !== "web") {
        const { startWorker } = await import("#lib/jobs/worker");
        stops.push((await startWorker()).stop);
      }
      if (web) stops.push(await startPages(settings, development));
    });
  } catch (error) {
    for (const end of stops.toReversed()) await end();
    throw error;
  }
  stopOnSignal(stops);
  if (web) await announce(settings);
}
