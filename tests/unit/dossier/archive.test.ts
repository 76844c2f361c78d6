import { describe, expect, test } from "vitest";
import { fileNames, noticeOf } from "#lib/dossier/archive/rules";
import type { HeldFile } from "#lib/dossier/archive/schema";
import { AT } from "#tests/support/clock";
import fc from "#tests/support/properties";

const file = (more: Partial<HeldFile> = {}): HeldFile => ({
  title: "L’été des alliances",
  label: "Lire",
  page: "https://portail.example/ressources/ete",
  source: "Guide, Le RAMEAU, 2024",
  licence: "CC BY 4.0",
  name: "ete.pdf",
  bytes: 10,
  sha256: "0".repeat(64),
  date: AT,
  ...more,
});

describe("the names of files", () => {
  test("are their titles, with the words of their link where a page has several", () => {
    const other = { page: "https://portail.example/ressources/autre", title: "Autre\u202F: « oui » / non ?" };
    expect(fileNames([file(), file({ ...other, name: "a.docx" })])).toEqual([
      "L’été des alliances.pdf",
      "Autre « oui » non.docx",
    ]);
    expect(fileNames([file(), file({ label: "Les annexes", name: "b.xlsx" })])).toEqual([
      "L’été des alliances - Lire.pdf",
      "L’été des alliances - Les annexes.xlsx",
    ]);
  });

  test("are no longer than a disk takes, told apart all the same", () => {
    const title = "a".repeat(150);
    expect(fileNames([file({ title }), file({ title, page: "https://portail.example/ressources/autre" })])).toEqual([
      `${"a".repeat(100)}.pdf`,
      `${"a".repeat(95)} (2).pdf`,
    ]);
  });

  test("are each once, and none that a system refuses, whatever the titles", () => {
    const title = fc.oneof(
      fc.constantFrom("Guide", "GUIDE", "guide ", "...", ""),
      fc.string({ unit: "binary", maxLength: 300 }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(title, fc.constantFrom("1", "2")), { maxLength: 12 }), (titles) => {
        const names = fileNames(titles.map(([words, page]) => file({ title: words, page })));
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length);
        for (const name of names) {
          expect(name).toMatch(/^[^\p{Cc}\\/:*?"<>|]+\.pdf$/u);
          expect(name).not.toMatch(/^\s|[. ]\.pdf$/);
          expect(name.length).toBeLessThanOrEqual(110);
        }
      }),
    );
  });
});

test("an archive says of each file its source and its licence, and where what it lacks can be found", () => {
  const leftOut = [{ title: "Une page", why: "Se lit sur le portail :", where: "https://portail.example/besoins/un" }];
  const files = [file(), file({ licence: null, page: "https://portail.example/ressources/b" })];
  const said = noticeOf({ files, leftOut }, ["a.pdf", "b.pdf"], "https://portail.example/mon-dossier?contenu=a");
  expect(said).toContain(
    "a.pdf\r\n  Titre\u00A0: L’été des alliances\r\n  Source\u00A0: Guide, Le RAMEAU, 2024\r\n  Licence\u00A0: CC BY 4.0",
  );
  expect(said).toMatch(/b\.pdf[\s\S]*Licence\u00A0: non précisée\u00A0: demandez à la source/);
  expect(said).toMatch(
    /PAS JOINT[\s\S]*Une page\r\n {2}Se lit sur le portail\u00A0:\r\n {2}https:\/\/portail\.example\/besoins\/un/,
  );
  expect(noticeOf({ files, leftOut: [] }, ["a.pdf", "b.pdf"], "x")).not.toContain("PAS JOINT");
});
