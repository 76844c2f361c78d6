import { expect, test } from "vitest";
import { captionsKept, captionsWords } from "#lib/desks/captions";

const FILE = "WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour à toutes.\n\n00:03.000 --> 00:04.000\nEt à tous.\n";

test.each([
  ["a file", FILE, { soustitres: 2, mots: 6 }],
  ["another text", "[00:00:01] Bonjour", {}],
  ["a file of which nothing is said", "WEBVTT", {}],
  ["a text that the field refuses", FILE.padEnd(1_000_001, "\nx"), {}],
  ["nothing", undefined, {}],
])("of %s, what was kept is counted", async (_, pasted, kept) => {
  expect(await captionsKept.parseAsync(pasted)).toEqual(kept);
});

test("what was kept is told of how many, both cues and words", async () => {
  expect(captionsWords({ soustitres: "2", mots: "6" })).toBe(
    "Les sous-titres ont été lus en entier\u00A0: 2\u00A0sous-titres sur 2 et 6\u00A0mots sur 6.",
  );
  for (const search of [{}, { soustitres: "2" }, { soustitres: "2", mots: "<b>" }, { soustitres: "0", mots: "6" }])
    expect(captionsWords({ fait: "enregistre", ...search })).toBeUndefined();
});
