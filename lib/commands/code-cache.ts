import { writeFileSync } from "node:fs";
import { constants, enableCompileCache, flushCompileCache } from "node:module";
import { generateClient, isFresh } from "#lib/commands/build";
import { PROJECT_ROOT } from "#lib/platform/root";

const FOLDER = `${PROJECT_ROOT}.next/cache/code`;
const SOURCES = ["lib", "prisma/generated", "package-lock.json"];
const { ENABLED, ALREADY_ENABLED } = constants.compileCacheStatus;

/**
 * Node keeps the code that it has stripped of its types: what strips it is then never loaded, nor the 40 MB that it holds.
 * Everything that `serve` names is read once, before the process begins anew; a folder that cannot be written is done without.
 */
export async function keepCode(): Promise<void> {
  const folder = process.env.NODE_COMPILE_CACHE ?? FOLDER;
  const { status } = enableCompileCache(folder);
  if (status !== ENABLED && status !== ALREADY_ENABLED) return;
  process.env.NODE_COMPILE_CACHE = folder;
  await generateClient();
  const complete = `${folder}/complete`;
  if (await isFresh(complete, SOURCES)) return;
  await Promise.all([
    import("#lib/auth/invitation-mutations"),
    import("#lib/commands/serve"),
    import("#lib/content/seed"),
    import("#lib/edge/form-outcome"),
    import("#lib/edge/front/direct-forms"),
    import("#lib/edge/front/server"),
    import("#lib/edge/static-file-mutations"),
    import("#lib/feeds/sitemap"),
    import("#lib/jobs/harvest"),
    import("#lib/jobs/queues"),
    import("#lib/jobs/worker"),
    import("#lib/mail/default-templates"),
    import("#lib/mail/mailbox"),
    import("#lib/notices/inbox/mutations"),
    import("#lib/platform/clock"),
    import("#lib/platform/db"),
    import("#lib/platform/log"),
    import("#lib/platform/migrations"),
    import("#lib/site/next-instant"),
    import("#lib/site/parameters"),
    import("#lib/site/registration-form"),
    import("#lib/views/counter-mutations"),
  ]);
  flushCompileCache();
  writeFileSync(complete, "");
}
