import { test as base, expect, type Page } from "@playwright/test";
import type { ParsedMail } from "mailparser";
import { keptMails } from "#tests/support/mail-sink";
import { type Witness, witness } from "#tests/support/witness";

type Fixtures = {
  /** Runs with every test: what the browser must never do. */
  guard: { allow(pattern: RegExp): void };
  database: Witness;
  /** An address of this test's own. */
  someone: string;
};

/** The browser says nothing on its console, no script of a page fails, and nothing is asked of another host. */
function watch(page: Page, home: string) {
  const faults: string[] = [];
  const allowed: RegExp[] = [];
  const note = (fault: string) => {
    if (!allowed.some((pattern) => pattern.test(fault))) faults.push(fault);
  };
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()))
      note(`console: ${message.text()} ${message.location().url} (${page.url()})`);
  });
  page.on("pageerror", (error) => note(`script: ${error.message} (${page.url()})`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.host !== home) note(`request to ${url.host} (${page.url()})`);
  });
  return { faults, allow: (pattern: RegExp) => void allowed.push(pattern) };
}

export const test = base.extend<Fixtures>({
  guard: [
    async ({ page, baseURL }, use) => {
      const { faults, allow } = watch(page, new URL(baseURL ?? "").host);
      await use({ allow });
      expect(faults, "what the browser complained of, or asked elsewhere").toEqual([]);
    },
    { auto: true },
  ],
  // Playwright reads the needs of a fixture in its first parameter.
  database: async ({ baseURL: _ }, use) => {
    const database = await witness(process.env.E2E_DATABASE_URL ?? "");
    await use(database);
    await database.end();
  },
  someone: async ({ baseURL: _ }, use, info) => {
    const words = info.title.toLowerCase().match(/[a-z]+/g) ?? [];
    await use(`${words.slice(-5).join(".")}.${info.testId.slice(-8)}@exemple.fr`);
  },
});

export { expect };

/** What arrived for someone, once there are so many messages. */
export async function mailsTo(address: string, count = 1): Promise<ParsedMail[]> {
  const read = () => keptMails(process.env.E2E_MAILS ?? "", address);
  await expect.poll(async () => (await read()).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(count);
  return read();
}

/** The sessions to come that journeys share out, so that two never write to the same one. */
const SESSIONS: Record<string, number> = {
  register: 0,
  "register-errors": 1,
  export: 5,
  edit: 6,
  "anti-spam": 7,
};

/** The slug of the session to come that belongs to a journey. */
export async function sessionOf(database: Witness, journey: string): Promise<string> {
  const slugs = await database.upcoming();
  const slug = slugs[SESSIONS[journey] ?? slugs.length];
  if (!slug) throw new Error(`No session is kept for the journey ${journey}.`);
  return slug;
}

/** Fills what the registration form requires, and no more. */
export async function fillRegistration(page: Page, email: string): Promise<void> {
  await page.getByRole("textbox", { name: "Prénom" }).fill("Camille");
  await page.getByRole("textbox", { name: "Nom", exact: true }).fill("Durand");
  await page.getByRole("textbox", { name: "Adresse électronique" }).fill(email);
  await page.getByRole("combobox", { name: "Vous êtes" }).selectOption({ label: "Association" });
}

export const register = (page: Page) => page.getByRole("button", { name: "M’inscrire" }).click();
