import { expect, register, sessionOf, test } from "#tests/support/journey";
import { personalStates } from "#tests/support/personal-states";
import { differentPixels } from "#tests/support/pictures";
import { policyFaults, watchPolicy } from "#tests/support/policy";
import { scriptedPortal } from "#tests/support/scripted-portal";
import { mappedPages, share, TEMPLATES } from "#tests/support/site";

const PARTS = 4;
/** Pixels of a curve that the browser rounds otherwise from one time to the next. */
const ROUNDED = 20;
const MISSING = [
  "/nulle-part",
  "/besoins/nulle-part",
  "/inscriptions/nulle-part",
  "/rejoindre/nulle-part",
  "/avis/nulle-part",
];
const ASIDE = [
  "/inscriptions/retrouver",
  "/inscriptions/retrouver?envoye=",
  "/inscriptions/retrouver?effacees=",
  "/incident",
  "/retiree",
  "/formulaire-ancien",
  "/envoi-trop-lourd",
  "/envoi-illisible",
  "/envoi-refuse",
];

/** What only the framework's scripts read. */
const LEFTOVERS =
  /<script(?![^>]*(type="application\/ld\+json"|src="\/forms\.js"|src="\/form-proof\.js"|src="\/suggestions\.js"))|<!--|<template|<div hidden/;

test("what a policy forbids is seen", async ({ page, guard }) => {
  guard.allow(/Content Security Policy/);
  await watchPolicy(page);
  await page.goto("/");
  expect(await policyFaults(page)).toEqual([]);
  await page.evaluate(() => document.body.setAttribute("style", "color: red"));
  await page.evaluate(() => document.body.append(Object.assign(document.createElement("script"), { text: "1" })));
  expect(await policyFaults(page, "/")).toEqual([
    expect.stringContaining("/ style-src-attr: inline"),
    expect.stringContaining("/ script-src-elem: inline"),
  ]);
});

for (let part = 0; part < PARTS; part++) {
  test(`no page needs what its policy forbids, part ${part + 1} of ${PARTS}`, async ({ page, request }) => {
    test.setTimeout(600_000);
    await watchPolicy(page);
    const faults: string[] = [];
    const addresses = new Set([...(await mappedPages(request)), ...TEMPLATES, ...ASIDE]);
    for (const address of share([...addresses], part, PARTS)) {
      const response = await page.goto(address);
      const leftover = LEFTOVERS.exec((await response?.text()) ?? "<!--")?.[0];
      if (leftover) faults.push(`${address} keeps ${leftover}`);
      faults.push(...(await policyFaults(page, address)));
    }
    expect(faults).toEqual([]);
  });
}

test("no state of a personal page, and no error, needs what its policy forbids", async ({
  page,
  guard,
  database,
  someone,
}) => {
  test.setTimeout(600_000);
  guard.allow(/404/);
  await watchPolicy(page);
  const faults: string[] = [];
  const states = await personalStates(database, someone);
  for (const [state, address] of [
    ...Object.entries(states),
    ...MISSING.map((address) => [address, address] as const),
  ]) {
    const response = await page.goto(address);
    const expected = state.startsWith("/") ? 404 : 200;
    if (response?.status() !== expected) faults.push(`${state} ${address} answers ${response?.status()}`);
    const leftover = LEFTOVERS.exec((await response?.text()) ?? "<!--")?.[0];
    if (leftover) faults.push(`${state} keeps ${leftover}`);
    faults.push(...(await policyFaults(page, state)));
  }
  await page.goto(`/webinaires/${await sessionOf(database, "register-errors")}`);
  await register(page);
  await expect(page.getByRole("main").getByRole("alert")).toBeFocused();
  faults.push(...(await policyFaults(page, "a form with errors")));
  expect(faults).toEqual([]);
});

test("nothing that is seen depended on the scripts of the framework", async ({
  page,
  context,
  guard,
  baseURL,
  database,
  someone,
}) => {
  test.setTimeout(600_000);
  guard.allow(/404|request to localhost/);
  const scripted = await scriptedPortal(baseURL ?? "", process.env.E2E_DATABASE_URL ?? "");
  const look = async (address: string): Promise<Buffer> => {
    await page.goto(address, { waitUntil: address.startsWith(scripted.url) ? "networkidle" : "load" });
    await page.evaluate(() => document.fonts.ready);
    return page.screenshot({ fullPage: true, animations: "disabled" });
  };
  const blank = await context.newPage();
  expect(await differentPixels(blank, [await look("/besoins"), await look("/centres")])).toBeGreaterThan(ROUNDED);
  /** Other journeys publish meanwhile: what the scripts made remains. */
  const differs = async (address: string): Promise<boolean> => {
    for (let looks = 0; looks < 3; looks++)
      if ((await differentPixels(blank, [await look(address), await look(scripted.url + address)])) <= ROUNDED)
        return false;
    return true;
  };
  const different: string[] = [];
  try {
    const { confirmed, waiting, several, over, "over.survey": survey } = await personalStates(database, someone);
    const session = `/webinaires/${await sessionOf(database, "register-errors")}`;
    const own = [confirmed, waiting, several, over, survey].map((address = "/") => address);
    await page.goto(`${scripted.url}/`);
    expect(await page.locator('script[src^="/_next/"]').count()).toBeGreaterThan(3);
    for (const address of [...TEMPLATES, session, ...own, "/nulle-part", "/inscriptions/retrouver"])
      if (await differs(address)) different.push(address);
  } finally {
    await scripted.stop();
  }
  expect(different).toEqual([]);
});
