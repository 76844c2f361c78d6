import { openSync } from "fontkit";
import { describe, expect, test } from "vitest";
import { isAny, isPrintable, isWorld } from "#lib/pdf/alphabet";
import { FACES, isDrawable, spelt } from "#lib/pdf/typeface";
import { personSchema } from "#lib/people/schema";

const drawn = (text: string) =>
  spelt(text)
    .map((run) => run.text)
    .join("");

test("each letter is drawn by the file that has it", () => {
  expect(spelt("Zoë Łoś")).toEqual([
    { face: "latin", text: "Zoë " },
    { face: "extended", text: "Ł" },
    { face: "latin", text: "o" },
    { face: "extended", text: "ś" },
  ]);
});

test("a word that Young Serif cannot write is written whole by another face", () => {
  expect(spelt("Łukasz Nguyễn")).toEqual([
    { face: "extended", text: "Ł" },
    { face: "latin", text: "ukasz " },
    { face: "world", text: "Nguyễn" },
  ]);
  expect(spelt("Наталья Ιωάννης").map(({ face }) => face)).toEqual(["world", "latin", "world"]);
  expect(spelt("李小龍 Dupont")).toEqual([
    { face: "any", text: "李小龍" },
    { face: "latin", text: " Dupont" },
  ]);
  expect(drawn("actions\u202F!")).toBe("actions\u00A0!");
  expect(drawn("e\u0301")).toBe("é");
  expect(drawn("渡邉\u{E0101}")).toBe("渡邉");
});

test("words from right to left that follow each other are laid out together, and the others keep their order", () => {
  expect(spelt("أحمد علي")).toEqual([{ face: "world", text: "أحمد علي" }]);
  expect(spelt("Ahmed أحمد Dupont")).toEqual([
    { face: "latin", text: "Ahmed " },
    { face: "world", text: "أحمد" },
    { face: "latin", text: " Dupont" },
  ]);
});

test("what is laid out otherwise than it is written says how it is written", () => {
  expect(isDrawable("Élodie\u202F!")).toBe(true);
  expect(isDrawable("Nguyễn")).toBe(true);
  expect(isDrawable("أحمد")).toBe(false);
  expect(isDrawable("\u{1D4D0}nne")).toBe(false);
});

describe("every letter that a name may have", () => {
  const letters = Array.from({ length: 0x11_000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code >= 0xe000)
    .map((code) => String.fromCodePoint(code));

  test.each([
    ["world", isWorld],
    ["any", (letter: string) => isAny(letter) && /\p{L}/u.test(letter)],
  ] as const)("is in the file of the face that draws it: %s", (face, draws) => {
    const font = openSync(FACES[face]);
    const known = new Set("characterSet" in font ? font.characterSet : []);
    const missing = letters.filter(
      (letter) => draws(letter) && !/\p{Cn}/u.test(letter) && !known.has(letter.codePointAt(0) ?? 0),
    );
    expect(missing).toEqual([]);
  });

  test("is drawn when the form takes it, and refused with a sentence when it cannot be", () => {
    const taken = letters.filter((letter) => /\p{L}/u.test(letter) && isPrintable(letter));
    expect(taken.length).toBeGreaterThan(40_000);
    for (const letter of taken) expect(spelt(letter).every(({ text }) => text !== "?")).toBe(true);
    const { error } = personSchema.safeParse({ firstName: "\u{1D4D0}nne" });
    expect(error?.issues.find(({ path }) => path[0] === "firstName")?.message).toMatch(
      /attestation ne saurait pas imprimer/,
    );
  });
});
