import { describe, expect, test } from "vitest";
import { folded } from "#lib/platform/letters";
import { slugify } from "#lib/platform/text";
import { wordKey } from "#lib/search/words";

describe("a name without its accents", () => {
  test.each([
    ["Øyvind Sørensen", "oyvind sorensen"],
    ["Łukasz Wałęsa", "lukasz walesa"],
    ["Işıl Yıldız", "isil yildiz"],
    ["İbrahim", "ibrahim"],
    ["Đorđe", "dorde"],
    ["Þórður Guðmundsson", "thordur gudmundsson"],
    ["Weiß, GROẞ", "weiss, gross"],
    ["Ǽsa Bǿrge", "aesa borge"],
    ["Œuvre, cœur", "oeuvre, coeur"],
    ["Ħal Għargħur", "hal gharghur"],
    ["Ŋaŋa Ɔkɛ Əliyev", "nana oke eliyev"],
    ["e\u0301lodie", "elodie"],
    ["ﬁlière, Ⅻ", "filiere, xii"],
  ])("%s", (name, plain) => expect(folded(name)).toBe(plain));

  test("is the word of an address and of a search", () => {
    expect(slugify("Łódź, la fête de Sør-Trøndelag")).toBe("lodz-la-fete-de-sor-trondelag");
    expect(wordKey("Sørensen")).toBe("sorensen");
  });

  test("other alphabets stay as they are", () => {
    expect(folded("Ελένη Иванов 王")).toBe("ελενη иванов 王");
  });
});
