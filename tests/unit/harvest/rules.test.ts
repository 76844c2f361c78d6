import { expect, test } from "vitest";
import { tallyWords } from "#lib/harvest/labels";
import { decisionWords } from "#lib/harvest/proposals/labels";
import { draftOf, guessType } from "#lib/harvest/proposals/rules";
import { newSource } from "#lib/harvest/schema";
import { resourceEdit } from "#lib/resources/schema";

test.each([
  ["Guide des alliances", "/a", "guide"],
  ["Étude d’impact 2024", "/a", "study"],
  ["Rapport annuel", "/a", "report"],
  ["Livre blanc de l’alliance", "/a", "white_paper"],
  ["Notre webinaire de mai", "/a", "replay"],
  ["Une rencontre", "/webinaires/mai", "replay"],
  ["Fiche pratique n° 3", "/a", "sheet"],
  ["Notes de lecture", "/a", "article"],
  ["Un notable", "/a", "article"],
  ["Actes du colloque", "/a", "proceedings"],
  ["Actes des rencontres", "/a", "proceedings"],
])("« %s » at %s is a %s", (title, path, type) => {
  expect(guessType(title, path)).toBe(type);
});

const proposal = {
  url: "https://centre.example/guide/",
  title: "Guide",
  summary: "Ce que dit le guide.",
  author: "Ana Diaz",
  language: null,
  type: "guide",
  publishedAt: new Date("2024-12-31T23:30:00Z"),
  foundAt: new Date("2026-11-29T10:00:00Z"),
  source: {
    centreId: "0195a8e0-0000-7000-8000-000000000001",
    url: "https://centre.example/",
    centre: { name: "Centre", audiences: ["association"] },
  },
} as const;

test("a draft holds a title, a link, a summary to rewrite and where they come from, never the text", () => {
  const draft = draftOf(
    { ...proposal, source: { ...proposal.source, centre: { name: "Centre", audiences: ["association"] } } },
    "guide",
  );
  expect(draft).toMatchObject({
    title: "Guide",
    summary: "Ce que dit le guide.",
    body: "",
    year: 2025,
    dateLabel: expect.stringContaining("2025"),
    language: "fr",
    confidence: "to_confirm",
    centreIds: [proposal.source.centreId],
    links: [{ url: proposal.url }],
  });
  expect(draft.source).toMatch(/^À vérifier.*centre\.example.*29 novembre 2026.*réécrire\.$/u);
});

test("an editor can save it as it is", () => {
  const { links, ...draft } = draftOf(
    {
      ...proposal,
      summary: "",
      source: { ...proposal.source, centre: { name: "C".repeat(600), audiences: ["association"] } },
    },
    "guide",
  );
  const typed = {
    ...draft,
    links: `${links[0]?.url} ${links[0]?.label}`,
    authors: draft.authors.join("\n"),
    partners: "",
    territories: "",
    relations: "",
    year: "2025",
    pages: "",
    durationMinutes: "",
    publisher: "",
    licence: "",
    dateLabel: draft.dateLabel ?? "",
  };
  expect(resourceEdit.safeParse(typed).error?.issues).toBeUndefined();
});

test("what a passage found is told", () => {
  expect(tallyWords({ new: 0, changed: 0, same: 0 }, false)).toBe("Rien de nouveau.");
  expect(tallyWords({ new: 1, changed: 0, same: 0 }, false)).toBe("1\u00A0page lue, dont 1\u00A0nouvelle.");
  expect(tallyWords({ new: 2, changed: 1, same: 3 }, true)).toBe(
    "6\u00A0pages lues, dont 2\u00A0nouvelles et 1\u00A0modifiée. D’autres pages seront lues au prochain passage.",
  );
  expect(tallyWords({ new: 0, changed: 0, same: 3 }, false)).toBe("3\u00A0pages lues, aucune nouvelle.");
});

test("what a colleague had decided is told", () => {
  expect(decisionWords("refuse", 2, 3)).toBe(
    "2\u00A0propositions sont refusées. Pour 1\u00A0autre, un collègue avait déjà décidé.",
  );
});

test("the address of a source is completed, and holds no password", () => {
  const centreId = proposal.source.centreId;
  const read = (url: string) => newSource.safeParse({ centreId, url });
  expect(read(" centre.example/blog ").data?.url).toBe("https://centre.example/blog");
  expect(read("http://centre.example").data?.url).toBe("http://centre.example");
  for (const wrong of [
    "",
    "javascript:alert(1)",
    "ftp://centre.example",
    "https://a:b@centre.example/",
    "pas une adresse",
  ])
    expect(read(wrong).success, wrong).toBe(false);
});
