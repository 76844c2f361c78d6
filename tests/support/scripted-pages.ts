import next from "next";
import { createFront } from "#lib/edge/front/server";
import { rereadEnv } from "#lib/platform/env";
import { PROJECT_ROOT } from "#lib/platform/root";

/**
 * The same pages with all the scripts of the framework, as in development, from what was built for production.
 * Run by itself: `scriptedPortal` starts it.
 */
const { PORT, SITE_URL } = rereadEnv();
process.env.SITE_URL = SITE_URL;
const app = next({ dev: false, dir: PROJECT_ROOT, port: PORT, hostname: "localhost" });
await app.prepare();
const front = createFront({ siteUrl: SITE_URL, development: true, pages: app.getRequestHandler() });
await front.listen(PORT, "localhost");
process.send?.("ready");
