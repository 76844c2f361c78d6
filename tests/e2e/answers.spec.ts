import { expect, test } from "#tests/support/journey";
import { mappedPages } from "#tests/support/site";

test("every answer carries the security headers", async ({ request }) => {
  for (const address of [
    "/",
    "/nulle-part",
    "/besoins",
    "/robots.txt",
    "/livez",
    "/webinaires/definir-sa-strategie-2019/agenda.ics",
  ]) {
    const headers = (await request.get(address)).headers();
    expect(headers, address).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers["content-security-policy"], address).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers["referrer-policy"], address).toBeTruthy();
    expect(headers, address).not.toHaveProperty("x-powered-by");
  }
});

test("personal pages are kept by no cache and told to no other site", async ({ request }) => {
  const headers = (await request.get("/inscriptions/nulle-part")).headers();
  expect(headers["cache-control"]).toContain("no-store");
  expect(headers["referrer-policy"]).toBe("same-origin");
  expect(headers["x-robots-tag"]).toContain("noindex");
});

test("old addresses move for good", async ({ request }) => {
  for (const [from, to] of [
    ["/accueil", "/"],
    ["/programme-2019", "/webinaires?annee=2019"],
    ["/favicon.ico", "/icon.svg"],
  ]) {
    const response = await request.get(from ?? "", { maxRedirects: 0 });
    expect(response.status()).toBe(301);
    const target = new URL(response.headers().location ?? "", response.url());
    expect(target.pathname + target.search).toBe(to);
  }
});

test("what does not exist says so", async ({ request }) => {
  for (const address of [
    "/nulle-part",
    "/besoins/nulle-part",
    "/centres/nulle-part",
    "/ressources/nulle-part",
    "/webinaires/nulle-part",
    "/webinaires/nulle-part/agenda.ics",
    "/inscriptions/nulle-part",
    "/inscriptions/nulle-part/agenda.ics",
    "/administration/nulle-part",
  ]) {
    const answer = await request.get(address, { maxRedirects: 0 });
    expect(address.startsWith("/administration") ? [303, 307, 404] : [404], address).toContain(answer.status());
    // Whole without a script: the framework's own answer is an empty document.
    if (!/^\/administration|\.ics$/.test(address)) expect(await answer.text(), address).toContain("<h1");
  }
});

test("a form posted from another site is refused", async ({ request }) => {
  const posted = (headers: Record<string, string>) =>
    request.post("/webinaires/definir-sa-strategie-2019", { headers, form: { email: "a@exemple.fr" } });
  expect((await posted({ origin: "https://ailleurs.example" })).status()).toBe(403);
  expect((await posted({ "sec-fetch-site": "cross-site" })).status()).toBe(403);
  expect((await posted({ origin: "https://ailleurs.example", "x-forwarded-host": "ailleurs.example" })).status()).toBe(
    403,
  );
});

test("the server says that it lives, and that it is ready", async ({ request }) => {
  expect((await request.get("/livez")).status()).toBe(200);
  const ready = await request.get("/readyz");
  expect(ready.status()).toBe(200);
  expect(await ready.json()).toMatchObject({ ready: true });
});

test("every mapped page has a title and an address of its own, a description, and structured data that reads", async ({
  request,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const titles = new Map<string, string>();
  const faults: string[] = [];
  for (const address of await mappedPages(request)) {
    const response = await request.get(address);
    const html = await response.text();
    const fault = (what: string) => faults.push(`${address}: ${what}`);
    if (response.status() !== 200) fault(`answers ${response.status()}`);
    const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? "";
    if (titles.has(title)) fault(`has the title of ${titles.get(title)}`);
    titles.set(title, address);
    const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? "";
    if (!URL.canParse(canonical) || new URL(canonical).pathname !== address) fault(`names itself ${canonical}`);
    if (!/<meta name="description" content="[^"]{20,}"/.test(html)) fault("has no description");
    if (!/<meta property="og:title"/.test(html)) fault("has no title for those who share it");
    if (!/<html[^>]* lang="fr"/.test(html)) fault("does not say that it is French");
    const data = [...html.matchAll(/<script type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/g)];
    if (data.length === 0) fault("has no structured data");
    for (const [, json = ""] of data)
      if (!JSON.parse(json)["@context"]) fault("has structured data without a vocabulary");
  }
  expect(faults).toEqual([]);
  expect(baseURL).toBeTruthy();
});

/** Bytes that are no text, or that no text of ours has: NUL, a lone byte, NUL written too long, half a character. */
const UNREADABLE = ["%00", "%ff", "%c0%80", "%ed%a0%80"];
/** Addresses whose parts or questions are looked up in the database. */
const LOOKED_UP = [
  "/webinaires.ics?besoin=",
  "/webinaires?annee=",
  "/ressources?q=",
  "/webinaires/definir-sa-strategie-2019?lecture=",
  "/webinaires/definir-sa-strategie-2019?transcription=ici&cherche=",
  "/rejoindre/jeton?seance=",
  "/inscriptions/jeton?seance=",
  "/inscriptions/jeton/agenda.ics?seance=",
  "/inscriptions/jeton/attestation.pdf?seance=",
  "/attestations?code=",
];
const PARTS = ["webinaires", "inscriptions", "rejoindre", "avis", "attestations", "bienvenue"];
const FILES = ["agenda.ics", "attestation.pdf", "donnees.json", "rappels"];

test("an address that cannot be read leads nowhere, and never to an incident", async ({ request }) => {
  test.setTimeout(180_000);
  const faults: string[] = [];
  const ask = async (address: string, found = false) => {
    const answer = await request.get(address, { maxRedirects: 0 });
    if (answer.status() !== 404 && !(found && answer.status() === 200)) faults.push(`${address}: ${answer.status()}`);
    else if (!found && !(await answer.text()).includes("<h1")) faults.push(`${address} is no page`);
  };
  const pages = [...(await mappedPages(request)), ...PARTS.map((part) => `/${part}`)];
  const deep = PARTS.flatMap((part) => FILES.map((file) => [part, file] as const));
  for (const bytes of UNREADABLE) {
    for (const page of pages) {
      await ask(`${page === "/" ? "" : page}/${bytes}`);
      await ask(`${page}${bytes}`);
    }
    for (const [part, file] of deep) await ask(`/${part}/x${bytes}/${file}`);
    for (const asked of LOOKED_UP) await ask(asked + bytes, bytes !== "%00");
  }
  expect(faults).toEqual([]);
});

test("a form older than the portal is told in French how to go on", async ({ request }) => {
  const posted = await request.post("/webinaires/definir-sa-strategie-2019", {
    multipart: { [`$ACTION_ID_${"40".padEnd(42, "a")}`]: "", email: "a@exemple.fr" },
  });
  expect(posted.status()).toBe(409);
  expect(posted.headers()["content-type"]).toContain("text/html");
  expect(await posted.text()).toContain("<h1");
});
