import path from "node:path";
import { defineConfig } from "@playwright/test";
import journeys from "#tests/e2e/playwright.config";
import { OUTPUT } from "#tests/support/portal";

/** The portal and the browser of the journeys, for pictures that are looked at. */
export default defineConfig({
  ...journeys,
  testDir: ".",
  outputDir: path.join(OUTPUT, "sheets"),
  reporter: [["list"]],
  timeout: 1_200_000,
  projects: [{ name: "sheets" }],
});
