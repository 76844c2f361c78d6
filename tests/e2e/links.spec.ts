import { expect, test } from "#tests/support/journey";
import { mappedPages } from "#tests/support/site";

const TOGETHER = 8;

/** What a page links to and what it offers as anchors. */
function read(html: string, base: string) {
  const attributes = (pattern: RegExp) =>
    [...html.matchAll(pattern)].map(([, value = ""]) => value.replaceAll("&amp;", "&"));
  return {
    links: attributes(/<(?:a|link|img|script|form)\b[^>]*?\s(?:href|src|action)="([^"]*)"/g)
      .filter((link) => !/^(mailto|tel|data|javascript):/.test(link) && link !== "")
      .map((link) => new URL(link, base)),
    anchors: new Set(attributes(/\sid="([^"]+)"/g)),
  };
}

test("no internal link is dead, no anchor is missing", async ({ request, baseURL }) => {
  test.setTimeout(360_000);
  const home = new URL(baseURL ?? "");
  const pages = new Map<string, { status: number; anchors: Set<string> }>();
  const cited = new Map<string, string>();
  const waiting = new Set(["/", ...(await mappedPages(request))]);

  const visit = async (address: string) => {
    const response = await request.get(address);
    // A drawing has anchors too: the views of its parts.
    const isRead = /^(text\/html|image\/svg)/.test(response.headers()["content-type"] ?? "");
    const { links, anchors } = isRead
      ? read(await response.text(), response.url())
      : { links: [], anchors: new Set<string>() };
    pages.set(address, { status: response.status(), anchors });
    // Filters combine without end: those offered by a plain page are tried, and not followed further.
    if (address.includes("?")) return;
    for (const link of links.filter(({ host }) => host === home.host)) {
      const target = link.pathname + link.search;
      cited.set(target + link.hash, address);
      if (!pages.has(target)) waiting.add(target);
    }
  };
  while (waiting.size > 0) {
    const next = [...waiting].slice(0, TOGETHER);
    for (const address of next) {
      waiting.delete(address);
      pages.set(address, { status: 0, anchors: new Set() });
    }
    await Promise.all(next.map(visit));
  }

  const dead = [...cited].flatMap(([link, from]) => {
    const [target = "", anchor] = link.split("#");
    const page = pages.get(target);
    if (page?.status !== 200) return [`${from} → ${link} answers ${page?.status}`];
    return anchor && !page.anchors.has(decodeURIComponent(anchor)) ? [`${from} → ${link}: no such anchor`] : [];
  });
  expect(dead).toEqual([]);
  expect(pages.size).toBeGreaterThan(100);
});

const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*?\shref="(\/[^"#?]*)/g)].map(([, path = ""]) => path);

/** What a page itself says, without the frame of the site nor the trail that leads to it. */
const contentOf = (html: string): string =>
  (/<main\b[\s\S]*<\/main>/.exec(html)?.[0] ?? "").replace(/<nav\b[\s\S]*?<\/nav>/g, "");

test("each page is led to by what another says, and each document card says whether it opens", async ({ request }) => {
  test.setTimeout(360_000);
  const mapped = await mappedPages(request);
  const home = await (await request.get("/")).text();
  const framed = new Set(linksIn(home.replace(/<main\b[\s\S]*<\/main>/, "")));
  const led = new Set<string>();
  const cards: string[] = [];
  const addresses = [...mapped];
  for (const address of addresses) {
    const content = contentOf(await (await request.get(address)).text());
    // The plan of the site leads everywhere, and says nothing.
    if (address !== "/plan-du-site") for (const link of linksIn(content)) if (link !== address) led.add(link);
    // A list that is long shows its beginning, and leads to the whole of each year.
    for (const [, year = ""] of content.matchAll(/href="(\/webinaires\?annee=\d{4})"/g))
      if (!addresses.includes(year)) addresses.push(year);
    for (const [, card = ""] of content.matchAll(/<li\b[^>]*>((?:(?!<\/?li\b)[\s\S])*)<\/li>/g))
      if (/<h3\b[^>]*><a href="\/ressources\/|<a href="\/ressources\/[^>]*font-display/.test(card)) cards.push(card);
  }
  expect(mapped.filter((address) => !led.has(address) && !framed.has(address))).toEqual([]);
  expect(cards.length).toBeGreaterThan(40);
  expect(cards.filter((card) => !/À lire en ligne|Notice seule/.test(card))).toEqual([]);
});
