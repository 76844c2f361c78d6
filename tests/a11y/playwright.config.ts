import path from "node:path";
import { defineConfig } from "@playwright/test";
import journeys from "#tests/e2e/playwright.config";
import { OUTPUT } from "#tests/support/portal";

/** The portal and the browser of the journeys; what is asked of every page in every state takes longer than they do. */
export default defineConfig({
  ...journeys,
  testDir: ".",
  outputDir: path.join(OUTPUT, "a11y"),
  reporter: [["list"], ["json", { outputFile: path.join(OUTPUT, "playwright-a11y.json") }]],
  timeout: 3_600_000,
  expect: { timeout: 60_000 },
  projects: [{ name: "a11y", use: { viewport: { width: 1280, height: 800 } } }],
});
