import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { GET } from "#app/(site)/ressources/[slug]/[citation]/route";
import { now } from "#lib/platform/clock";
import { DAY, later } from "#tests/support/clock";
import { drawnPage } from "#tests/support/drawn-pages";
import { makeNeed, makeResource, makeWebinar } from "#tests/support/factories";

const published = { publishedAt: later(-DAY, now()) };

const linksIn = (html: string) => [...html.matchAll(/<a href="(\/[^"]*)"/g)].map(([, path = ""]) => path);

/** The addresses that a section of the page of « Un guide » leads to. */
async function sectionOf(title: string): Promise<string[]> {
  const html = renderToStaticMarkup((await drawnPage("/ressources/un-guide")).content);
  const [, after = ""] = html.split(new RegExp(`<h2[^>]*>${title}</h2>`));
  return linksIn(after.split(/<h2|<aside/)[0] ?? "");
}

test.each([
  ["the latest", 2021],
  ["the oldest", 2000],
])("%s document of a need shows three others of it, and never itself", async (_, year) => {
  const need = await makeNeed({ ...published, slug: "un-besoin" });
  const ofNeed = { needs: { create: { needId: need.id } } };
  const neighbours = ["a", "b", "c", "d"].map((slug, rank) => ({ slug, title: slug, year: 2020 - rank }));
  await makeResource({ ...published, slug: "un-guide", year, ...ofNeed });
  for (const one of neighbours) await makeResource({ ...published, ...one, ...ofNeed });
  await makeResource({ ...published, slug: "ailleurs", title: "Ailleurs" });
  const shown = await sectionOf("Sur le même besoin");
  expect(shown).toHaveLength(4);
  expect(shown.filter((path) => path.startsWith("/ressources/")).sort()).toEqual(
    ["a", "b", "c"].map((slug) => `/ressources/${slug}`),
  );
  expect(shown).toContain("/ressources?besoin=un-besoin");
});

test("a document alone on its need shows no neighbour", async () => {
  const need = await makeNeed({ ...published, slug: "un-besoin" });
  await makeResource({ ...published, slug: "un-guide", needs: { create: { needId: need.id } } });
  expect(await sectionOf("Sur le même besoin")).toEqual([]);
});

test("a document says in which sessions it is cited, four at most", async () => {
  await makeResource({ ...published, slug: "un-guide" });
  for (const days of [1, 2, 3, 4, 5])
    await makeWebinar({
      ...published,
      slug: `il-y-a-${days}`,
      startsAt: later(-days * DAY, now()),
      body: "[Lire](/ressources/un-guide)",
    });
  await makeWebinar({
    ...published,
    slug: "ailleurs",
    startsAt: later(-DAY, now()),
    body: "[Lire](/ressources/un-autre)",
  });
  expect(await sectionOf("Cité dans un webinaire")).toEqual([1, 2, 3, 4].map((days) => `/webinaires/il-y-a-${days}`));
});

const cite = (slug: string, citation: string) =>
  GET(new Request(`https://portail.example/ressources/${slug}/${citation}`), {
    params: Promise.resolve({ slug, citation }),
  });

test.each([
  [
    "citation.ris",
    "application/x-research-info-systems",
    /^TY {2}- .*\r?\n[\s\S]*TI {2}- Un guide\r?\n/,
    "un-guide.ris",
  ],
  ["citation.bib", "application/x-bibtex", /^@\w+\{[\s\S]*title = \{+Un guide\}+/, "un-guide.bib"],
  ["citation.json", "application/vnd.citationstyles.csl+json", /^\[\s*\{[\s\S]*"title": "Un guide"/, "un-guide.json"],
])("%s is a file that reference managers read", async (file, type, written, name) => {
  await makeResource({ ...published, slug: "un-guide", title: "Un guide" });
  const answer = await cite("un-guide", file);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toBe(`${type}; charset=utf-8`);
  expect(answer.headers.get("Content-Disposition")).toBe(`attachment; filename="${name}"`);
  expect(await answer.text()).toMatch(written);
});

test.each([
  ["un-guide", "citation.xml"],
  ["un-guide", "constructor"],
  ["nulle-part", "citation.ris"],
  ["brouillon", "citation.ris"],
])("nothing of %s is cited as %s", async (slug, file) => {
  await makeResource({ ...published, slug: "un-guide" });
  await makeResource({ slug: "brouillon", publishedAt: null });
  await expect(cite(slug, file)).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
});
