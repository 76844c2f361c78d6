import path from "node:path";
import { defineConfig } from "@playwright/test";
import { freePort } from "#lib/platform/embedded-postgres";
import { CHROMIUM_FLAGS, chromiumPath } from "#tests/support/chromium";
import { OUTPUT } from "#tests/support/portal";

// Decided once, by the process that starts the others.
process.env.CHROMIUM_PATH ??= await chromiumPath();
process.env.E2E_PORT ??= String(await freePort());

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 800 };
/** What a visitor does; each also works on a phone, and with scripts off. */
const VISITOR =
  /(find-a-centre-by-need|search|register|cancel|personal-page|cycle-registration|erasure|join|survey|certificate|anti-spam|reminders|day-after|transcript|remarks)\.spec\.ts/;
const BACK_OFFICE =
  /(accounts|edit-and-see-it-published|orientation-table|registrants|attendance|back-office-pages|move-a-session|annual-cycle|questions|mail-plan|announcement|deliverability|partner-links|harvest|session-ended|sign-in|translated|paper|person|rich-text|trash|media)\.spec\.ts/;

export default defineConfig({
  testDir: ".",
  outputDir: path.join(OUTPUT, "e2e"),
  globalSetup: "../support/e2e-setup.ts",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // What passes only then is named at the end of the run: a fault to mend, not to wait for.
  retries: 1,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [["list"], ["json", { outputFile: path.join(OUTPUT, "playwright.json") }]],
  use: {
    baseURL: `http://localhost:${process.env.E2E_PORT}`,
    locale: "fr-FR",
    timezoneId: "Asia/Kathmandu",
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: CHROMIUM_FLAGS, chromiumSandbox: false },
  },
  projects: [
    { name: "administrator", testMatch: /first-administrator\.spec\.ts/, use: { viewport: DESKTOP } },
    { name: "back-office", testMatch: BACK_OFFICE, dependencies: ["administrator"], use: { viewport: DESKTOP } },
    {
      name: "desktop",
      testMatch: [
        VISITOR,
        /(public-pages|first-action|sheets|calendar-feeds|(?<!-)links|budgets|policy|stability|answers|typography)\.spec\.ts/,
      ],
      use: { viewport: DESKTOP },
    },
    { name: "phone", testMatch: [VISITOR, /offline\.spec\.ts/], use: { viewport: PHONE, hasTouch: true } },
    {
      name: "no-js",
      testMatch: [VISITOR, /(register-without-javascript|orientation|dossier|glossary)\.spec\.ts/],
      use: { viewport: PHONE, javaScriptEnabled: false },
    },
    // Alone, at the end: it looks whether anything at all changes in the database.
    {
      name: "mail-links",
      testMatch: /mail-links\.spec\.ts/,
      dependencies: ["back-office", "desktop", "phone", "no-js"],
    },
  ],
});
