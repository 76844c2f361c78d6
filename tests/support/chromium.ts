import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { PROJECT_ROOT } from "#lib/platform/root";

/** Where distributions and people install it. */
const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** No window, no sandbox (the tests may run as root), and nothing that talks to the outside by itself. */
export const CHROMIUM_FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Chromium dies on the first letter when it finds no font at all. */
const fontSettings = (folder: string) =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>/usr/share/fonts</dir><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>\n`;

/**
 * The one that npm brings, with the libraries and fonts it needs, unpacked at first use; Linux on x64 only.
 * The package unpacks under os.tmpdir() and takes whatever file bears its name for its own: it is given a folder apart.
 */
async function packaged(): Promise<string | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const { default: sparticuz, inflate } = await import("@sparticuz/chromium");
  const home = path.join(PROJECT_ROOT, "node_modules/@sparticuz/chromium");
  const { version } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8")) as { version: string };
  const folder = path.join(tmpdir(), `portail-chromium-${version}`);
  const complete = path.join(folder, "complete");
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  try {
    if (!existsSync(complete)) rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const program = await sparticuz.executablePath();
    if (!existsSync(complete)) {
      await inflate(path.join(home, "bin/al2023.tar.br"));
      writeFileSync(path.join(folder, "fonts/fonts.conf"), fontSettings(folder));
      writeFileSync(complete, "");
    }
    process.env.LD_LIBRARY_PATH = path.join(folder, "al2023/lib");
    process.env.FONTCONFIG_PATH = path.join(folder, "fonts");
    return program;
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

/**
 * The browser that the tests drive: CHROMIUM_PATH, then the system's, then Playwright's own, then the npm package's.
 * TEST_CHROMIUM=packaged passes over all but the last, to try it where others are installed.
 * @throws Error naming the command that installs one
 */
export async function chromiumPath(): Promise<string> {
  const { CHROMIUM_PATH, TEST_CHROMIUM } = process.env;
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  const installed = [...SYSTEM, chromium.executablePath()].find(isProgram);
  if (installed && TEST_CHROMIUM !== "packaged") return installed;
  const found = await packaged();
  if (found) return found;
  throw new Error(
    "No Chromium was found: install one with « npx playwright install chromium », or name it with CHROMIUM_PATH.",
  );
}
