import { fork } from "node:child_process";
import { once } from "node:events";
import { freePort } from "#lib/platform/embedded-postgres";
import { PROJECT_ROOT } from "#lib/platform/root";
import { fromStart } from "#tests/support/session-of-the-day";

const START_LIMIT_MS = 120_000;
/** After everything that the first portal has published: its own clock goes on meanwhile. */
const HOUR = 60;

/** The pages of a portal that runs, with the scripts that it takes away. @returns their address, and how to end them */
export async function scriptedPortal(
  siteUrl: string,
  databaseUrl: string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const child = fork(`${PROJECT_ROOT}tests/support/scripted-pages.ts`, {
    cwd: PROJECT_ROOT,
    env: {
      ...process.env,
      NODE_ENV: "production",
      APP_ENV: "test",
      LOG_LEVEL: "warn",
      PORT: String(port),
      SITE_URL: siteUrl,
      DATABASE_URL: databaseUrl,
      SESSION_SECRET: "the scripted pages keep no session of anybody",
      TEST_CLOCK: fromStart(HOUR).toISOString(),
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = once(child, "exit");
  await once(child, "message", { signal: AbortSignal.timeout(START_LIMIT_MS) });
  return {
    url: `http://localhost:${port}`,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
