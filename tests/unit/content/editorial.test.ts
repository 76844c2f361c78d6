import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import * as shape from "#lib/content/schema";
import { readMarkdownFolder, readYaml } from "#lib/platform/content-files";
import { PROJECT_ROOT } from "#lib/platform/root";
import { lix, wordsOf } from "#tests/support/lix";

const CONTENT = `${PROJECT_ROOT}content`;
type Read<S extends z.ZodType> = z.output<S> & { slug: string };
let needs: Read<typeof shape.needContent>[];
let resources: Read<typeof shape.resourceContent>[];
let figures: z.output<typeof shape.figureContent>[];

beforeAll(async () => {
  [needs, resources, figures] = await Promise.all([
    readMarkdownFolder(`${CONTENT}/needs`, shape.needContent),
    readMarkdownFolder(`${CONTENT}/resources`, shape.resourceContent),
    readYaml(`${CONTENT}/figures.yaml`, z.array(shape.figureContent)),
  ]);
});

const minuteOf = ({ answer, firstStep, keyPoints }: (typeof needs)[number]) =>
  [answer, firstStep, keyPoints].join("\n");
const need = (position: number) => needs.filter((one) => one.position === position).map(minuteOf)[0] ?? "";

test("the measure of reading is that of Björnsson", () => {
  expect(lix("Le chat dort. Il mange !")).toBe(2.5);
  expect(lix("L’innovation [territoriale](/ici) avance.")).toBeCloseTo(3 + 200 / 3);
  expect(wordsOf("- L’idée **d’un** [autre](/x)")).toEqual(["L’idée", "d’un", "autre"]);
});

describe("« L’essentiel en 1 minute »", () => {
  test("is read in a minute, and easily", () => {
    const measured = needs.map((one) => ({
      slug: one.slug,
      words: wordsOf(minuteOf(one)).length,
      lix: lix(minuteOf(one)),
    }));
    expect(measured).toHaveLength(7);
    expect(measured.filter(({ words }) => words < 60 || words > 90)).toEqual([]);
    expect(measured.filter((one) => one.lix > 40)).toEqual([]);
  });

  test("says what a commune can do to ally, and opens on the five questions of who wants to build together", () => {
    expect(need(3)).toMatch(/Une commune peut/);
    expect(needs.find(({ position }) => position === 5)).toMatchObject({
      question: expect.stringContaining("et est-ce que cela marche"),
      answer: expect.stringMatching(/^[^?]*\?(?:[^?]*\?){5}$/),
    });
  });

  test("speaks without jargon where it was said", () => {
    expect(need(1)).not.toMatch(/phase|preuve de concept|modélis|essaim/i);
    expect(need(7)).not.toMatch(/hybrid|socio-économique|levier/i);
  });

  test("gives a number with the figure that it comes from", () => {
    const linked = /\[(\d+\s%|un partenariat sur cinq)[^\]]*\]\(\/observatoire#([a-z0-9-]+)\)/gi;
    const values = new Map(
      figures.map(({ slug, value }) => [slug, value.replace("1 partenariat sur 5", "un partenariat sur cinq")]),
    );
    for (const one of needs) {
      const text = minuteOf(one);
      for (const [, said, slug = ""] of text.matchAll(linked)) expect(said).toBe(values.get(slug));
      expect(text.replace(linked, "")).not.toMatch(/\d\s?%|sur (deux|trois|quatre|cinq)/);
    }
  });
});

test("the steps of a need lead only to what can be read", () => {
  const closed = new Set(
    resources
      .filter(({ links, body, confidence }) => !links.length && !(body && confidence === "own_words"))
      .map(({ slug }) => slug),
  );
  const dead = needs.flatMap(({ slug, learn, train, act }) =>
    [...[learn, train, act].join("\n").matchAll(/\/ressources\/([a-z0-9-]+)/g)]
      .filter(([, cited = ""]) => closed.has(cited))
      .map(([, cited]) => `${slug}: ${cited}`),
  );
  expect(closed.size).toBeGreaterThan(10);
  expect(dead).toEqual([]);
});

test("a resource begins with its subject, not with whom it is for", () => {
  expect(
    resources.filter(({ summary }) => /^(pour|à destination|destiné)\b/i.test(summary)).map(({ slug }) => slug),
  ).toEqual([]);
});

test("every page, sheet and collection is reached from another page", async () => {
  const pages = await readMarkdownFolder(`${CONTENT}/pages`, shape.pageContent);
  const collections = await readYaml(`${CONTENT}/collections.yaml`, z.array(shape.collectionContent));
  const footer = await readFile(`${PROJECT_ROOT}components/site/footer.tsx`, "utf8");
  const texts = [
    ...pages.map(({ slug, body }) => ({ slug, text: body })),
    ...resources.map(({ slug, body }) => ({ slug, text: body })),
    ...needs.map(({ slug, act, learn, train, body }) => ({ slug, text: [act, learn, train, body].join("\n") })),
    ...collections.map(({ slug, items }) => ({ slug, text: items.map(({ address }) => `(${address})`).join("") })),
    { slug: "footer", text: [...footer.matchAll(/slug: "([a-z-]+)"/g)].map(([, slug]) => `(/${slug})`).join("") },
  ];
  const reached = (address: string, own: string) =>
    texts.some(({ slug, text }) => slug !== own && text.includes(`(${address})`));
  const written = [
    ...pages.map(({ slug }) => [`/${slug}`, slug]),
    ...resources
      .filter(({ confidence }) => confidence === "own_words")
      .map(({ slug }) => [`/ressources/${slug}`, slug]),
  ];
  expect(written.filter(([address = "", slug = ""]) => !reached(address, slug))).toEqual([]);
});
