import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pageEdit } from "#lib/pages/schema";
import { ownSegments } from "#lib/platform/own-segments";

const page = {
  title: "Une page",
  summary: "Un résumé.",
  body: "Un texte.",
  position: "1",
  source: "Ici",
  confidence: "documented",
};
const faults = (slug: string) =>
  pageEdit.safeParse({ ...page, slug }).error?.issues.map(({ message }) => message) ?? [];

describe("ownSegments", () => {
  it("are the folders of app, whichever group they stand in", () => {
    const folders = ["(site)", "(back-office)", "."].flatMap((group) =>
      readdirSync(`app/${group}`, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .filter((name) => /^[a-z][a-z0-9-]*$/.test(name)),
    );
    expect(folders.length).toBeGreaterThan(20);
    for (const folder of folders) expect(faults(folder)).toEqual(["Cette adresse sert déjà à une partie du portail."]);
  });

  it.each([
    "attestations",
    "inscriptions",
    "incident",
    "api",
    "sitemap",
    "robots",
    "opengraph-image",
    "partage",
    "fonts",
    "images",
    "livez",
    "readyz",
    "accueil",
    "programme-2019",
  ])("have %s", (slug) => expect(faults(slug)).toHaveLength(1));

  it("leave every other address to pages", () => {
    expect(["methode", "contact", "un-titre", "page", "token", "slug"].flatMap(faults)).toEqual([]);
    expect([...ownSegments()].filter((segment) => /[()[\]]/.test(segment))).toEqual([]);
  });
});
