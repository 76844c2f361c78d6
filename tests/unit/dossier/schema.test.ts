import { expect, test } from "vitest";
import { dossierQuery, MOST_PAGES, pagesOf } from "#lib/dossier/schema";
import { paths } from "#lib/platform/paths";
import fc from "#tests/support/properties";

const held = (address: string) => {
  const asked = new URL(address, "http://portail.invalid").searchParams;
  const typed = Object.fromEntries([...new Set(asked.keys())].map((name) => [name, asked.getAll(name)]));
  return pagesOf(dossierQuery.parse(typed));
};

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
const page = fc.oneof(
  fc.tuple(fc.constantFrom("ressources", "besoins", "webinaires"), slug).map(([section, end]) => `/${section}/${end}`),
  slug.map((end) => `/${end}`),
);

test("an address holds the pages that it was made of, in order, once each", () => {
  fc.assert(
    fc.property(fc.uniqueArray(page, { maxLength: MOST_PAGES }), (pages) => {
      expect(held(paths.dossier(pages))).toEqual(pages);
      expect(held(paths.dossierWith(pages))).toEqual(pages);
      expect(held(paths.dossier([...pages, ...pages]))).toEqual(pages);
    }),
  );
});

test("it holds no more than it can, and nothing that is no page", () => {
  const many = Array.from({ length: 50 }, (_, index) => `/ressources/guide-${index}`);
  expect(held(paths.dossier(many))).toEqual(many.slice(0, MOST_PAGES));
  const full = many.slice(0, MOST_PAGES);
  expect(held(`${paths.dossier(full)}&ajout=methode`)).toEqual(full);
  for (const typed of ["../x", "a/b", "a.b.c", "A", "https://autre.example/", "a b", "é", "x".repeat(300)])
    expect(held(`/mon-dossier?contenu=${encodeURIComponent(typed)}&contenu=methode`)).toEqual(["/methode"]);
});

test("no more of an address is read than people choose", () => {
  const lost = "contenu=A&".repeat(199);
  expect(held(`/mon-dossier?${lost}contenu=methode`)).toEqual(["/methode"]);
  expect(held(`/mon-dossier?${lost}contenu=A&contenu=methode`)).toEqual([]);
  const joined = (length: number) =>
    held(`/mon-dossier?avec=${encodeURIComponent(`?${"x".repeat(length)}&contenu=methode`)}`);
  expect(joined(7_000)).toEqual(["/methode"]);
  expect(joined(8_000)).toEqual([]);
});

test("another one joins it, whatever was pasted", () => {
  const other = `https://portail.example${paths.dossier(["/methode", "/besoins/un"])}`;
  const joined = (typed: string) => held(`${paths.dossier(["/besoins/un"])}&avec=${encodeURIComponent(typed)}`);
  expect(joined(other)).toEqual(["/besoins/un", "/methode"]);
  expect(joined(`${other}#suite`)).toEqual(["/besoins/un", "/methode"]);
  for (const typed of ["", "rien", "?contenu", "?contenu=%E0%A4%A", "https://[", "?".repeat(9_000)])
    expect(joined(typed)).toEqual(["/besoins/un"]);
});
