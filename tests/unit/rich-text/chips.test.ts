import { describe, expect, it, test } from "vitest";
import { mailVariableWords } from "#lib/mail/labels";
import { chipDocument, chipText } from "#lib/rich-text/chips";
import fc from "#tests/support/properties";

const NAMES = Object.values(mailVariableWords);
const text = (words: string) => ({ type: "text", text: words });
const chip = (name: string) => ({ type: "chip", attrs: { name } });

describe("a text with names that change with each reader", () => {
  it("is a paragraph a line, where they stand whole", () => {
    expect(chipDocument("Bonjour {prénom},\n\n[Entrer]({lien de connexion})", NAMES).content).toEqual([
      { type: "paragraph", content: [text("Bonjour "), chip("prénom"), text(",")] },
      { type: "paragraph" },
      { type: "paragraph", content: [text("[Entrer]("), chip("lien de connexion"), text(")")] },
    ]);
  });

  it("leaves what is no name as it was typed", () => {
    expect(chipDocument("{prenon} {Prénom} { prénom} {} {{prénom}", NAMES).content).toEqual([
      { type: "paragraph", content: [text("{prenon} {Prénom} { prénom} {} {"), chip("prénom")] },
    ]);
  });
});

test("what nobody touched is written again to the letter", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 6 }),
    fc.constantFrom("{", "}", "\n", " ", "  \n"),
    fc.constantFrom(...NAMES).map((name) => `{${name}}`),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const typed = pieces.join("");
      expect(chipText(chipDocument(typed, NAMES))).toBe(typed);
    }),
  );
});
