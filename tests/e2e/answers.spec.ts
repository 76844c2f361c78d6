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
