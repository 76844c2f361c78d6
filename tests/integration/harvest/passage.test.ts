import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { collectionAddress } from "#lib/crawl/wordpress";
import { harvest } from "#lib/jobs/harvest";
import { db } from "#lib/platform/db";
import { AT, DAY, later, MINUTE } from "#tests/support/clock";
import { makeSource, passed, proposals, readLocalSites, recordedWordPress } from "#tests/support/harvest";
import { type WebSite, webSite } from "#tests/support/web-site";

let site: WebSite;
beforeAll(async () => {
  site = await webSite({});
  readLocalSites(true);
});
beforeEach(() => {
  site.pages = {};
  site.asked.length = 0;
});
afterAll(async () => {
  readLocalSites(false);
  await site.close();
});

const XML = { "content-type": "application/xml" };
const titles = async () => (await proposals()).map(({ title }) => title);
const feed = (...items: [path: string, title: string, summary?: string][]) =>
  `<rss><channel><language>fr</language>${items
    .map(
      ([path, title, summary = ""]) =>
        `<item><title>${title}</title><link>${path}</link><description>${summary}</description></item>`,
    )
    .join("")}</channel></rss>`;
const urlset = (...urls: [path: string, lastmod?: string][]) =>
  `<urlset>${urls.map(([path, day]) => `<url><loc>${site.origin}${path}</loc>${day ? `<lastmod>${day}</lastmod>` : ""}</url>`).join("")}</urlset>`;
const page = (title: string, more = "") =>
  `<!doctype html><html lang="fr"><head><title>${title}</title>${more}</head><body><p>Ce que dit la page ${title}, en une phrase assez longue pour être retenue.</p></body></html>`;

/** The address of a list of WordPress, as the portal asks it. */
const listAt = (name: string, number: number, since?: string) =>
  collectionAddress(`${site.origin}/wp-json/wp/v2`, name, {
    per_page: "100",
    orderby: "id",
    order: "desc",
    _fields: "link,title,excerpt,date_gmt,modified_gmt,lang,_links,_embedded",
    _embed: "author",
    ...(since && { modified_after: since }),
    page: String(number),
  }).slice(site.origin.length);
const PROBE = "/wp-json/wp/v2/posts?per_page=1&_fields=link";

describe("a WordPress", () => {
  test("as a real one answers: its posts and pages, without what asks for a password", async () => {
    site.pages = await recordedWordPress(site.origin);
    const { id } = await makeSource(`${site.origin}/`);
    expect(await passed(id)).toMatchObject({
      kind: "wordpress",
      address: `${site.origin}/wp-json/wp/v2`,
      state: "done",
      report: "3\u00A0pages lues, dont 3\u00A0nouvelles.",
      readAt: AT,
    });
    expect(await proposals()).toMatchObject([
      {
        title: "Article n° 1 : l’alliance & l’« innovation » territoriale",
        type: "article",
        author: "Équipe du centre",
      },
      { title: "Article n° 2 : l’alliance & l’« innovation » territoriale" },
      {
        title: "Guide pratique des partenariats",
        type: "guide",
        summary: "Ce guide aide les communes. Il tient en dix pages.",
      },
    ]);
    const told = JSON.stringify(await proposals());
    expect(told).not.toMatch(/<|&amp;|Protégé|Secret/);
    expect((await proposals())[0]?.publishedAt?.toISOString()).toMatch(/^2026-01-02T09:00/);
    expect(site.together()).toBe(1);
  });

  test("is read page after page, then only for what changed since", async () => {
    const post = (number: number, title = `Article ${number}`) => ({
      link: `${site.origin}/a/${number}`,
      title: { rendered: title },
      excerpt: { rendered: "Une phrase." },
      date_gmt: "2026-01-01T00:00:00",
      modified_gmt: "2026-01-01T00:00:00",
    });
    const list = (items: object[], pages = 1) => ({
      headers: { "content-type": "application/json", "x-wp-totalpages": String(pages) },
      body: JSON.stringify(items),
    });
    site.pages = {
      "/": page("Accueil"),
      [PROBE]: list([post(1)]),
      [listAt("posts", 1)]: list([post(1), post(2), { link: 3 }, { ...post(4), link: "javascript:alert(1)" }], 4),
      [listAt("posts", 2)]: list([post(2), post(3)], 4),
      // What was deleted meanwhile leaves a page that is no more.
      [listAt("posts", 3)]: { status: 400, body: '{"code":"rest_post_invalid_page_number"}' },
      [listAt("pages", 1)]: list([]),
    };
    const { id } = await makeSource(`${site.origin}/`);
    expect((await passed(id)).report).toContain("3\u00A0pages lues, dont 3\u00A0nouvelles");
    expect(await db.harvestProposal.findFirst({ select: { language: true } })).toEqual({ language: "fr" });

    const since = later(-DAY).toISOString();
    const changed = { ...post(2, "Article 2, revu"), modified_gmt: "2027-02-01T00:00:00" };
    site.pages = { [listAt("posts", 1, since)]: list([changed]), [listAt("pages", 1, since)]: list([]) };
    expect((await passed(id, later(7 * DAY))).report).toBe("1\u00A0page lue, dont 1\u00A0modifiée.");
    expect(await titles()).toEqual(["Article 1", "Article 2, revu", "Article 3"]);
    expect((await passed(id, later(8 * DAY))).state).toBe("failed");
  });

  test("whose answer is no list is told so", async () => {
    site.pages = { "/": page("Accueil"), [PROBE]: "[]", [listAt("posts", 1)]: "<html>Panne</html>" };
    const { id } = await makeSource(`${site.origin}/`);
    expect(await passed(id)).toMatchObject({
      state: "failed",
      report: "La réponse de WordPress est illisible.",
      readAt: null,
    });
  });
});

test.each([404, 410])(
  "a site that no longer tells of its pages as it did (%d) is asked anew how it does",
  async (status) => {
    site.pages = { "/": page("Accueil"), [PROBE]: "[]", [listAt("posts", 1)]: "[]", [listAt("pages", 1)]: "[]" };
    const { id } = await makeSource(`${site.origin}/`);
    expect(await passed(id)).toMatchObject({ kind: "wordpress", state: "done" });
    site.pages = {
      "/": page("Accueil", '<link rel="alternate" type="application/atom+xml" href="/flux">'),
      "/flux": feed(["/a", "A"]),
      [listAt("posts", 1, AT.toISOString())]: { status },
      [listAt("posts", 1, later(-DAY).toISOString())]: { status },
    };
    expect(await passed(id, later(7 * DAY))).toMatchObject({ state: "failed", kind: null, readAt: null });
    expect(await passed(id, later(14 * DAY))).toMatchObject({ state: "done", kind: "feed" });
    expect(await titles()).toEqual(["A"]);
  },
);

describe("a feed", () => {
  test("is found in the page that names it, and asked again only for what changed", async () => {
    const xml = feed(["/a", "Un guide"], ["/b", "Une étude"]);
    site.pages = {
      "/": page(
        "Accueil",
        '<link rel="alternate" type="application/rss+xml" href="/comments/feed"><link rel="alternate" type="application/rss+xml" href="/feed">',
      ),
      "/feed": ({ headers }) =>
        headers["if-none-match"] === '"v1"' && headers["if-modified-since"] === "Mon, 11 Jan 2027 10:00:00 GMT"
          ? { status: 304 }
          : { headers: { ...XML, etag: '"v1"', "last-modified": "Mon, 11 Jan 2027 10:00:00 GMT" }, body: xml },
    };
    const { id } = await makeSource(`${site.origin}/`);
    expect(await passed(id)).toMatchObject({ kind: "feed", report: "2\u00A0pages lues, dont 2\u00A0nouvelles." });
    expect(await passed(id, later(DAY))).toMatchObject({ state: "done", report: "Rien de nouveau.", etag: '"v1"' });
    expect(site.asked.filter((path) => path === "/feed")).toHaveLength(3);
    expect(site.asked).not.toContain("/comments/feed");
  });

  test("in another encoding than it says is read", async () => {
    const latin = Buffer.from(feed(["/a", "Été à Nîmes"]), "latin1");
    site.pages = { "/flux": { headers: { "content-type": "text/xml; charset=utf-8" }, body: latin } };
    const { id } = await makeSource(`${site.origin}/flux`);
    await passed(id);
    expect(await titles()).toEqual(["Été à Nîmes"]);
  });

  test("proposes each page once, whatever the spelling of its address", async () => {
    const at = (path: string) => `${site.origin}${path}`;
    site.pages = {
      "/flux": { headers: XML, body: feed([at("/a/"), "A"], [at("/a?utm_source=x"), "A"], [at("/a#b"), "A"]) },
    };
    const { id } = await makeSource(at("/flux"));
    await passed(id);
    expect(await titles()).toEqual(["A"]);
  });
});

describe("a map of a site", () => {
  test("is found by robots.txt, its maps unpacked, each page read for what it says of itself", async () => {
    const head =
      '<meta name="description" content="Ce que dit &amp; tait la page."><meta name="author" content="Ana"><meta property="article:published_time" content="2025-05-06T08:00:00+02:00">';
    site.pages = {
      "/": page("Accueil"),
      "/robots.txt": `Sitemap: ${site.origin}/plan.xml`,
      "/plan.xml": {
        headers: XML,
        body: `<sitemapindex>${["/a.xml.gz", "/perdu.xml", "/plan.xml", "/categories.xml"].map((path) => `<sitemap><loc>${site.origin}${path}</loc></sitemap>`).join("")}<sitemap><loc>http://10.0.0.1/x.xml</loc></sitemap></sitemapindex>`,
      },
      "/a.xml.gz": {
        headers: { "content-type": "application/x-gzip" },
        body: gzipSync(urlset(["/un"], ["/deux"], ["/cache"], ["/document"], ["/perdue"])),
      },
      "/un": page("Un", head),
      "/deux": page("Deux"),
      "/cache": page("Cachée", '<meta name="robots" content="noindex, follow">'),
      "/document": { headers: { "content-type": "application/pdf" }, body: "%PDF" },
    };
    const { id } = await makeSource(`${site.origin}/`);
    expect(await passed(id)).toMatchObject({ kind: "sitemap", state: "done" });
    expect(await proposals()).toMatchObject([
      {
        title: "Deux",
        summary: "Ce que dit la page Deux, en une phrase assez longue pour être retenue.",
        author: null,
      },
      {
        title: "Un",
        summary: "Ce que dit & tait la page.",
        author: "Ana",
        publishedAt: new Date("2025-05-06T06:00:00Z"),
        language: "fr",
      },
    ]);
    expect(site.asked.filter((path) => path === "/plan.xml")).toHaveLength(2);
    expect(site.asked).not.toContain("/categories.xml");
  });

  test("leads again only to what it says has changed", async () => {
    const plan = (...pages: [string, string?][]) => ({ headers: XML, body: urlset(...pages) });
    site.pages = { "/plan.xml": plan(["/un", "2026-01-01"], ["/deux"]), "/un": page("Un"), "/deux": page("Deux") };
    const { id } = await makeSource(`${site.origin}/plan.xml`);
    await passed(id);
    site.asked.length = 0;
    site.pages = {
      ...site.pages,
      "/plan.xml": plan(["/un", "2027-01-20"], ["/deux"], ["/trois"]),
      "/trois": page("Trois"),
    };
    expect((await passed(id, later(20 * DAY))).report).toContain("dont 1\u00A0nouvelle et 1\u00A0modifiée");
    expect(site.asked.filter((path) => !/robots|plan/.test(path))).toEqual(["/un", "/trois"]);
  });

  test("that unpacks into a bomb is refused", async () => {
    site.pages = { "/plan.xml": { headers: XML, body: gzipSync(Buffer.alloc(60_000_000)) } };
    const { id } = await makeSource(`${site.origin}/plan.xml`);
    const data = { kind: "sitemap", address: `${site.origin}/plan.xml` } as const;
    await db.harvestSource.update({ where: { id }, data });
    expect(await passed(id)).toMatchObject({ state: "failed", report: expect.stringContaining("trop lourde") });
  });
});

describe("robots.txt", () => {
  test("is obeyed: for our name, for all, and where it cannot be read", async () => {
    const flux = { headers: XML, body: feed(["/a", "A"]) };
    const reportWith = async (robots: WebSite["pages"][string]) => {
      site.pages = { "/robots.txt": robots, "/flux": flux };
      const { id } = await makeSource(`${site.origin}/flux`);
      const { report } = await passed(id);
      await db.harvestSource.deleteMany();
      return report;
    };
    const refused = "Le fichier robots.txt du site demande de ne pas lire cette adresse.";
    expect(await reportWith("User-agent: *\nDisallow: /")).toBe(refused);
    expect(await reportWith("User-agent: InnovationTerritoriale\nDisallow: /flux\n\nUser-agent: *\nAllow: /")).toBe(
      refused,
    );
    expect(await reportWith("User-agent: autre\nDisallow: /")).toContain("1\u00A0page lue");
    expect(await reportWith({ status: 403 })).toContain("1\u00A0page lue");
    expect(await reportWith({ status: 503 })).toBe("Le site a répondu 503\u00A0: il est en panne.");
  });

  test("is that of the site where a redirection leads", async () => {
    const other = await webSite({ "/robots.txt": "User-agent: *\nDisallow: /flux", "/flux": feed(["/a", "A"]) });
    site.pages = { "/flux": { status: 301, headers: { location: `${other.origin}/flux` } } };
    const { id } = await makeSource(`${site.origin}/flux`);
    expect((await passed(id)).report).toContain("robots.txt");
    expect(other.asked).toEqual(["/robots.txt"]);
    await other.close();
  });

  test("is asked with a name that leads to us", async () => {
    let agent: string | undefined;
    site.pages = {
      "/flux": ({ headers }) => {
        agent = headers["user-agent"];
        return feed(["/a", "A"]);
      },
    };
    await passed((await makeSource(`${site.origin}/flux`)).id);
    expect(agent).toMatch(/^InnovationTerritoriale\/1\.0 \(\+https:\/\/portail\.example/);
  });
});

describe("what goes wrong is told in a sentence, and the next passage is in a week:", () => {
  const WRONG: [what: string, pages: WebSite["pages"], words: RegExp][] = [
    ["a page that is gone", { "/": { status: 404 } }, /^Le site a répondu 404/],
    ["a site that fails", { "/": { status: 500 } }, /^Le site a répondu 500/],
    ["a site that refuses", { "/": { status: 403 } }, /refuse d’être lu/],
    ["a site that says nothing of its pages", { "/": page("Accueil") }, /ni un site WordPress, ni un flux/],
    [
      "a redirection to a private network",
      { "/": { status: 302, headers: { location: "http://192.168.1.1/" } } },
      /réseau privé/,
    ],
    ["a round of redirections", { "/": { status: 302, headers: { location: "/" } } }, /plus de cinq fois/],
    ["too long an answer", { "/": "a".repeat(5_000_001) }, /trop lourde/],
    [
      "a bomb of gzip",
      { "/": { headers: { "content-encoding": "gzip" }, body: gzipSync(Buffer.alloc(100_000_000)) } },
      /trop lourde/,
    ],
    ["an answer that is cut", { "/": { headers: { "content-length": "100" }, body: "a" } }, /interrompue|illisible/],
  ];
  test.each(WRONG)("%s", async (_, pages, words) => {
    site.pages = pages;
    const { id } = await makeSource(`${site.origin}/`);
    await db.harvestSource.update({ where: { id }, data: { nextAt: AT } });
    expect(await passed(id)).toMatchObject({
      state: "failed",
      report: expect.stringMatching(words),
      readAt: null,
      nextAt: later(7 * DAY),
    });
    expect(await proposals()).toEqual([]);
  });

  test("a private address, a name that does not exist", async () => {
    readLocalSites(false);
    expect((await passed((await makeSource(`${site.origin}/`)).id)).report).toContain("réseau privé");
    expect((await passed((await makeSource("http://personne.invalid/")).id)).report).toContain("n’existe pas");
    expect(site.asked).toEqual([]);
    readLocalSites(true);
  });

  test("what was read before is kept", async () => {
    site.pages = {
      "/plan.xml": { headers: XML, body: urlset(["/un"], ["/deux"]) },
      "/un": page("Un"),
      "/deux": page("Deux"),
    };
    const { id } = await makeSource(`${site.origin}/plan.xml`);
    // So much passes once a page is asked for.
    const lasting = (ms: number, asked: string) =>
      harvest(id, { clock: () => (site.asked.includes(asked) ? later(ms) : AT), pauseMs: 0 });
    await lasting(15 * MINUTE + 1, "/un");
    expect(await db.harvestSource.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "failed",
      report: expect.stringMatching(/trop longtemps\. Avant cela\u00A0: 1\u00A0page lue/),
      readAt: null,
    });
    expect(await titles()).toEqual(["Un"]);
    site.asked.length = 0;
    await lasting(15 * MINUTE, "/plan.xml");
    expect(await titles()).toEqual(["Deux", "Un"]);
  });

  test("how far it is read is told every twenty pages", async () => {
    const paths = Array.from({ length: 21 }, (_, rank) => `/${rank + 1}`);
    const pages = Object.fromEntries(paths.map((path) => [path, page(path)]));
    let told: Promise<{ report: string | null }> | undefined;
    const last = () => {
      told = db.harvestSource.findFirstOrThrow({ select: { report: true } }).then((source) => source);
      return page("/21");
    };
    site.pages = {
      ...pages,
      "/plan.xml": { headers: XML, body: urlset(...paths.map((path): [string] => [path])) },
      "/21": last,
    };
    await passed((await makeSource(`${site.origin}/plan.xml`)).id);
    expect(await told).toEqual({ report: "20\u00A0pages lues jusqu’ici." });
  });

  test("a worker that stops leaves the passage to another", async () => {
    site.pages = { "/": page("Accueil") };
    const { id } = await makeSource(`${site.origin}/`);
    const signal = AbortSignal.abort();
    await expect(harvest(id, { clock: () => AT, pauseMs: 0, signal })).rejects.toThrow();
    expect(await db.harvestSource.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "waiting",
      report: null,
    });
  });

  test("a source that was deleted meanwhile is no accident", async () => {
    const { id } = await makeSource(`${site.origin}/`);
    await db.harvestSource.delete({ where: { id } });
    await expect(harvest(id, { clock: () => AT, pauseMs: 0 })).resolves.toBeUndefined();
  });
});
