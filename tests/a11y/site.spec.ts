import { factFaults } from "#tests/support/facts";
import { htmlFaults } from "#tests/support/html-valid";
import { expect, test } from "#tests/support/journey";
import { mappedPages } from "#tests/support/site";

/** What the pages of a site have in common: RGAA 8.6, 12.1, 12.2, 12.4, 12.5, WCAG 3.2.6. */
const partOf = (html: string, part: RegExp) => part.exec(html)?.[0] ?? "";
const linksOf = (html: string) => [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, href = ""]) => href);

const HEADER = /<header\b[\s\S]*?<\/header>/;
const FOOTER = /<footer\b[\s\S]*?<\/footer>/;
const HELP = ["/contact", "/signaler"];

test("pages have titles of their own, the same ways through the site, and help in the same place", async ({
  request,
}) => {
  const faults: string[] = [];
  const titles = new Map<string, string>();
  const ways = new Map<string, string[]>();
  for (const address of await mappedPages(request)) {
    const html = await (await request.get(address)).text();
    const title = partOf(html, /<title>[^<]*<\/title>/);
    const twin = titles.get(title);
    if (twin) faults.push(`8.6 ${address} has the title of ${twin}`);
    titles.set(title, address);
    for (const [name, part] of [
      ["header", HEADER],
      ["footer", FOOTER],
    ] as const) {
      const links = linksOf(partOf(html, part));
      const known = ways.get(name) ?? links;
      ways.set(name, known);
      if (links.join() !== known.join() || links.length < 3) faults.push(`12.2 ${address} has another ${name}`);
    }
    const help = linksOf(html).filter((link) => HELP.some((one) => link.split("?")[0] === one));
    if (!help.some((link) => link.startsWith("/contact")) || !help.some((link) => link.startsWith("/signaler")))
      faults.push(`WCAG 3.2.6 ${address} offers no help`);
    if (!linksOf(partOf(html, HEADER)).includes("/recherche")) faults.push(`12.5 ${address} leads to no search`);
    if (!linksOf(partOf(html, FOOTER)).includes("/plan-du-site")) faults.push(`12.4 ${address} leads to no plan`);
    faults.push(...(await htmlFaults(html, address)));
    for (const [, json = ""] of html.matchAll(/<script type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/g))
      faults.push(...factFaults(JSON.parse(json), address));
  }
  expect(faults).toEqual([]);
  expect(titles.size).toBeGreaterThan(80);
});

test("every page is one list away from the plan of the site", async ({ request }) => {
  const toFollow = new Set(["/plan-du-site"]);
  const reached = new Set<string>();
  for (const address of toFollow) {
    const links = linksOf(await (await request.get(address)).text()).map((link) => link.split("#")[0] ?? "");
    for (const link of links) {
      reached.add(link);
      // A long list goes on.
      const isNext = /[?&]page=\d+/.test(link) && link.split("?")[0] === address.split("?")[0];
      if (address === "/plan-du-site" ? link.startsWith("/") : isNext) toFollow.add(link);
    }
  }
  const mapped = await mappedPages(request);
  expect(mapped.filter((address) => !reached.has(address))).toEqual([]);
});
