import { expect, test } from "vitest";
import { addressKey, canonicalAddress, isSameSite } from "#lib/crawl/address";

const SAME = [
  "https://www.centre.example/guide/",
  "http://centre.example/guide",
  "HTTPS://Centre.Example:443/guide/#partie-2",
  "https://centre.example/guide?utm_source=lettre&utm_medium=mail",
  "https://centre.example/guide/?fbclid=abc&xtor=RSS-1&mc_cid=1",
];

test("every spelling of an address has one key, what follows visitors left out", () => {
  expect(new Set(SAME.map(addressKey))).toEqual(new Set(["centre.example/guide"]));
});

test("what leads to another page has another key", () => {
  for (const other of ["?p=12", "?lang=en", "guides", "Guide", "guide/2"])
    expect(addressKey(`https://centre.example/${other}`), other).not.toBe("centre.example/guide");
  expect(addressKey("https://autre.example/guide")).not.toBe("centre.example/guide");
  expect(addressKey("https://centre.example/?a=1&b=2")).toBe(addressKey("https://centre.example/?b=2&a=1"));
});

test("the address that is kept leads where it led", () => {
  expect(canonicalAddress("https://www.centre.example/Guide/?p=12&utm_source=x#bas")).toBe(
    "https://www.centre.example/Guide/?p=12",
  );
});

test("an address that is badly written is one still", () => {
  for (const odd of [
    "https://a.example/%E0%A4%A",
    "https://a.example/é è?x=%",
    "https://a.example//b///c",
    "https://A.example.",
  ])
    expect(addressKey(canonicalAddress(odd)), odd).toMatch(/^a\.example/);
});

test("one site is one host, with or without www", () => {
  expect(isSameSite("https://www.centre.example/a", "http://centre.example/b")).toBe(true);
  expect(isSameSite("https://centre.example/", "https://centre.example.autre.example/")).toBe(false);
  expect(isSameSite("https://centre.example/", "rien")).toBe(false);
});
