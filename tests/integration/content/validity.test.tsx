import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test } from "vitest";
import { SiteFrame } from "#components/site/frame";
import { seedContent } from "#lib/content/seed";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { findSubject } from "#lib/share-images/subject";
import { DAY, later } from "#tests/support/clock";
import { drawnPage } from "#tests/support/drawn-pages";
import { makeCentre, makeResource, makeWebinar } from "#tests/support/factories";
import { factFaults, KNOWN_TYPES, typesOf } from "#tests/support/facts";
import { validator } from "#tests/support/html-valid";
import { DOSSIER, TEMPLATES } from "#tests/support/site";

const ADDRESSES = [...TEMPLATES, DOSSIER, "/webinaires/ouverte", "/ressources/lisible", "/centres/identifie"];

/** Of an action that React answers, its static drawing makes a script. */
const UNANSWERED = / action="javascript:throw[^"]*"/g;

type Drawn = {
  address: string;
  html: string;
  facts: unknown[];
  metadata: Awaited<ReturnType<typeof drawnPage>>["metadata"];
  /** What a link to it shows, and the words of that drawing. */
  image: unknown;
  words: string | undefined;
};

async function draw(address: string): Promise<Drawn> {
  const { content, metadata } = await drawnPage(address);
  const { pathname } = new URL(address, "http://portail.invalid");
  const body = renderToStaticMarkup(<SiteFrame page={pathname}>{content}</SiteFrame>).replace(UNANSWERED, "");
  const [image] = [metadata?.openGraph?.images ?? []].flat();
  const shown = new URL(String(Object(image).url)).pathname;
  const path = shown === paths.shareImage(paths.home()) ? paths.home() : shown.slice(paths.shareImage("").length);
  const facts = [...body.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  return {
    address,
    metadata,
    image,
    words: (await findSubject(path, now()))?.title,
    html: `<!DOCTYPE html><html lang="fr"><head><title>Une page</title></head><body>${body}</body></html>`,
    facts: facts.map(([, data = ""]) => JSON.parse(data)),
  };
}

/** Drawn once, by the first test. */
let pages: Drawn[] = [];
beforeEach(async () => {
  if (pages.length > 0) return;
  await seedContent(now());
  const published = { publishedAt: later(-DAY, now()) };
  await makeWebinar({ ...published, slug: "ouverte", startsAt: later(9 * DAY, now()), capacity: 9 });
  await makeResource({
    ...published,
    slug: "lisible",
    territories: ["Bretagne"],
    links: { create: { position: 0, label: "Lire", url: "https://exemple.fr/a.pdf" } },
  });
  await makeCentre({ ...published, slug: "identifie" });
  pages = await Array.fromAsync(ADDRESSES, draw);
});

test("every kind of page is valid HTML", async () => {
  const faults = [];
  for (const { address, html } of pages) {
    const { results } = await validator.validateString(html);
    for (const { ruleId, message, offset } of results.flatMap(({ messages }) => messages))
      faults.push(`${address}: ${ruleId}, ${message} in ${html.slice(Math.max(0, offset - 60), offset + 60)}`);
  }
  expect(faults).toEqual([]);
});

test("what pages tell search engines is what they ask for", () => {
  const faults = pages.flatMap(({ address, facts }) => facts.flatMap((fact) => factFaults(fact, address)));
  expect(faults).toEqual([]);
  expect([...new Set(pages.flatMap(({ facts }) => facts.flatMap(typesOf)))].sort()).toEqual(KNOWN_TYPES.toSorted());
});

/** What is followed by itself; a centre that nobody identified yet is not. */
const FOLLOWED: Readonly<Record<string, string>> = {
  "/besoins/developper-des-partenariats-strategiques": "/flux.xml?besoin=developper-des-partenariats-strategiques",
  "/centres/co-construction-territoriale": "/flux.xml?centre=co-construction-territoriale",
  "/centres/identifie": "/flux.xml?centre=identifie",
};
/** A year of sessions is a page of its own. */
const OWN_QUERY = /\?(?!annee=).*/;

test("every page says its own address, without what only narrows it, and the feeds that follow it", () => {
  const told = pages.map(({ address, metadata }) => [
    address,
    String(metadata?.alternates?.canonical ?? ""),
    Object.values(metadata?.alternates?.types ?? {}).flatMap((feeds) =>
      Array.isArray(feeds) ? feeds.map(({ url }) => String(url)) : [],
    ),
  ]);
  const site = env().SITE_URL;
  expect(told).toEqual(
    ADDRESSES.map((address) => {
      const own = address.replace(OWN_QUERY, "");
      return [
        address,
        absolute(site, own),
        [paths.feed(), ...(FOLLOWED[own] ? [FOLLOWED[own]] : [])].map((feed) => absolute(site, feed)),
      ];
    }),
  );
});

test("every page names the image that a link to it shows, in the words of that image", () => {
  for (const { address, words } of pages) expect(words, `the image of ${address}`).toMatch(/./);
  const size = { width: 1200, height: 630 };
  expect(pages.map(({ address, image }) => ({ address, image }))).toMatchObject(
    pages.map(({ address, words = "" }) => ({ address, image: { ...size, alt: french(words) } })),
  );
  expect(new Set(pages.map(({ image }) => String(Object(image).url))).size).toBeGreaterThan(20);
});
