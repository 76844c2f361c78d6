import { expect, test } from "vitest";
import { isDrawable, spelt } from "#lib/pdf/typeface";

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

test("what no file has gives way to what it is made of", () => {
  expect(drawn("Nguyễn")).toBe("Nguyen");
  expect(drawn("actions\u202F!")).toBe("actions\u00A0!");
  expect(drawn("И")).toBe("?");
  expect(drawn("e\u0301")).toBe("é");
});

test("a space that is not drawn as it is written changes nothing to hear", () => {
  expect(isDrawable("Élodie\u202F!")).toBe(true);
  expect(isDrawable("Nguyễn")).toBe(false);
});
