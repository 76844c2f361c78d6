import { expect, test } from "#tests/support/journey";
import { mappedPages, TEMPLATES } from "#tests/support/site";

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

test("an address that a sentence spoilt leads to its page", async ({ request }) => {
  for (const [asked, meant] of [
    ["/Webinaires", "/webinaires"],
    ["/webinaires.?annee=2019", "/webinaires?annee=2019"],
    ["/webinaires)%20", "/webinaires"],
    ["/webinaires%C2%A0%C2%BB,", "/webinaires"],
    ["/Administration", "/administration"],
    ["/webinaires.ics.", "/webinaires.ics"],
  ] as const) {
    const response = await request.get(asked, { maxRedirects: 0 });
    expect([response.status(), response.headers().location], asked).toEqual([301, meant]);
  }
  for (const asked of ["/nulle-part.", "/Nulle-Part", "/besoins/Nulle-part)"])
    expect((await request.get(asked, { maxRedirects: 0 })).status(), asked).toBe(404);
});

test("icons are there, and every page names them", async ({ request }) => {
  const html = await (await request.get("/")).text();
  expect(html).toMatch(/<link rel="apple-touch-icon" href="\/apple-touch-icon\.png"/);
  expect(html).toMatch(/<link rel="icon" href="\/icon\.svg/);
  for (const [address, type] of [
    ["/apple-touch-icon.png", "image/png"],
    ["/apple-touch-icon-precomposed.png", "image/png"],
    ["/favicon.ico", "image/svg+xml"],
  ] as const) {
    const response = await request.get(address);
    expect([response.status(), response.headers()["content-type"]], address).toEqual([200, type]);
  }
  const png = await (await request.get("/apple-touch-icon.png")).body();
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([180, 180]);
});

test("without styles, words keep their spaces and drawings their size", async ({ request }) => {
  const inline = "(?:span|a|strong|em|time|bdi|b|i|small|abbr|code)";
  const glued = new RegExp(
    `[^<>]{0,30}[\\p{L}\\p{N}.!?:;)»](?:</${inline}>)+(?:<!-- -->)?(?:<${inline}\\b[^>]*>)+[\\p{L}\\p{N}(«][^<>]{0,30}`,
    "gu",
  );
  const faults: string[] = [];
  for (const address of TEMPLATES) {
    const html = (await (await request.get(address)).text()).replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, " ");
    for (const [words] of html.matchAll(glued)) faults.push(`${address}: ${words}`);
    for (const [drawing] of html.matchAll(/<svg\b[^>]*>/g))
      if (!/\swidth="\d+" height="\d+"/.test(drawing)) faults.push(`${address}: ${drawing}`);
  }
  expect(faults).toEqual([]);
});

test("what is no form of ours is told so in French", async ({ request, baseURL }) => {
  const address = "/inscriptions/retrouver";
  const html = await (await request.get(address)).text();
  const id = /&quot;id&quot;:&quot;([0-9a-f]{42})/.exec(html)?.[1] ?? "";
  expect(id).not.toBe("");
  const target = JSON.stringify({ id, bound: "$@1" });
  const headers = { origin: baseURL ?? "" };
  const posts: [number, object][] = [
    [400, { headers: { ...headers, "content-type": "multipart/form-data" }, data: "x" }],
    [400, { headers: { ...headers, "content-type": "multipart/form-data; boundary=x" }, data: "x" }],
    [400, { headers: { ...headers, "next-action": id, "content-type": "text/plain" }, data: "[" }],
    [400, { headers: { ...headers, "next-action": "x" }, multipart: { "0": '[{"status":"idle"},"$K1"]' } }],
    [400, { headers: { ...headers, "next-action": id }, multipart: { "0": "[" } }],
    [400, { headers, multipart: { $ACTION_REF_1: "", "$ACTION_1:0": target } }],
    [400, { headers, multipart: { $ACTION_REF_1: "", "$ACTION_1:0": target, "$ACTION_1:1": "[null]" } }],
    [400, { headers, multipart: { email: "a@b.fr" } }],
    [413, { headers, multipart: { email: "a".repeat(40_000) } }],
    [413, { headers, multipart: Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`f${index}`, ""])) }],
  ];
  for (const [status, post] of posts) {
    const response = await request.post(address, post);
    const said = await response.text();
    expect([response.status(), response.headers()["content-type"]], JSON.stringify(post)).toEqual([
      status,
      "text/html; charset=utf-8",
    ]);
    expect(said).toContain("rien n’a été enregistré");
  }
});

test("an error page is compressed like the others", async ({ request }) => {
  for (const address of ["/", "/nulle-part"]) {
    const response = await request.get(address, { headers: { "accept-encoding": "gzip" } });
    expect(response.headers()["content-encoding"], address).toBe("gzip");
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
    const image = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? "";
    if (image !== new URL(address === "/" ? "/partage/accueil" : `/partage${address}`, canonical).href)
      fault(`shows ${image}`);
    if (!/<html[^>]* lang="fr"/.test(html)) fault("does not say that it is French");
    const data = [...html.matchAll(/<script type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/g)];
    if (data.length === 0) fault("has no structured data");
    for (const [, json = ""] of data)
      if (!JSON.parse(json)["@context"]) fault("has structured data without a vocabulary");
  }
  expect(faults).toEqual([]);
  expect(baseURL).toBeTruthy();
});

test("a link to a page shows an image of it, and none of what nobody may read", async ({ request }) => {
  const shown = [
    "/accueil",
    "/besoins/definir-sa-strategie",
    "/centres/co-construction-territoriale",
    "/ressources/impact-des-alliances-regard-chercheurs-praticiens",
    "/webinaires/definir-sa-strategie-2019",
    "/collections/phare",
    "/parcours/maire",
    "/organisations/caisse-des-depots",
    "/glossaire/alliance",
    "/methode",
    "/statistiques",
  ];
  for (const address of shown) {
    const response = await request.get(`/partage${address}`);
    expect(response.headers(), address).toMatchObject({
      "content-type": "image/png",
      "cache-control": "public, no-cache",
    });
    const png = await response.body();
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], address).toEqual([1200, 630]);
  }
  expect((await request.get("/partage/besoins/inconnu")).status()).toBe(404);
  expect((await request.get("/partage/administration")).status()).toBe(404);
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
  test.setTimeout(360_000);
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
