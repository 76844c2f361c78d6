import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { mailSink } from "#tests/support/mail-sink";
import { dataFolder, OUTPUT, removeFolder, startPortal } from "#tests/support/portal";

/** One portal for the run, with a database of its own, and a mail server that keeps what it sends. */
export default async function setup(): Promise<() => Promise<void>> {
  const mails = path.join(OUTPUT, "mails");
  await rm(mails, { recursive: true, force: true });
  await mkdir(mails, { recursive: true });
  const sink = await mailSink(mails);
  const dataDir = await dataFolder();
  const portal = await startPortal({
    dataDir,
    port: Number(process.env.E2E_PORT),
    env: { SMTP_URL: sink.url, TRUSTED_PROXIES: "1", LOCAL_SITES: "on" },
  });
  Object.assign(process.env, {
    E2E_MAILS: mails,
    E2E_DATABASE_URL: portal.databaseUrl,
    E2E_FIRST_LINK: await portal.firstLink(),
  });
  return async () => {
    const code = await portal.stop();
    await sink.close();
    await removeFolder(dataDir);
    if (code !== 0) throw new Error(`Asked to stop, the portal ended with ${code}:\n${portal.said().slice(-2_000)}`);
  };
}
