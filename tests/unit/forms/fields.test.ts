import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  linesOf,
  listOf,
  optionalAddress,
  optionalLine,
  optionalText,
  requiredLine,
  requiredText,
  searched,
  tickBox,
  webAddress,
} from "#lib/forms/fields";
import { readFiles, readFormData } from "#lib/forms/state";
import { emailAddress } from "#lib/people/addresses/schema";

const NAME = "Indiquez votre prénom.";

describe("fields", () => {
  it("trims, composes accents and keeps apostrophes and hyphens", () => {
    expect(requiredText(NAME, 80).parse("  Anne-E\u0301lise d’Ô ")).toBe("Anne-Élise d’Ô");
  });

  it.each([undefined, "", "   "])("asks for a required text when given %o", (value) => {
    expect(requiredText(NAME, 80).safeParse(value).error?.issues[0]?.message).toBe(NAME);
  });

  it("refuses what is too long and what cannot be seen", () => {
    expect(requiredText(NAME, 5).safeParse("trop long").error?.issues[0]?.message).toContain("5 caractères");
    expect(requiredText(NAME, 80).safeParse("a\u0000b").success).toBe(false);
  });

  it("reads an empty optional text as nothing", () => {
    expect([optionalText().parse(undefined), optionalText().parse("  "), optionalText().parse("x")]).toEqual([
      null,
      null,
      "x",
    ]);
  });

  it("puts a title on one line, whatever was pasted", () => {
    expect(requiredLine(NAME).parse(" Un\r\ntitre\u2028sur\ttrois\n\nlignes ")).toBe("Un titre sur trois lignes");
    expect(requiredLine(NAME).safeParse("\n").error?.issues[0]?.message).toBe(NAME);
    expect([optionalLine().parse("a\nb"), optionalLine().parse(undefined), optionalLine().parse("\n")]).toEqual([
      "a b",
      null,
      null,
    ]);
  });

  it("bounds a line whose form says no length", () => {
    const line = (length: number) => "a".repeat(length);
    for (const field of [requiredLine(NAME), optionalLine(), optionalText()]) {
      expect(field.parse(line(200))).toBe(line(200));
      expect(field.safeParse(line(201)).error?.issues[0]?.message).toContain("200 caractères");
    }
  });

  it("cuts a search that is too long, which dropped would find everything", () => {
    expect(searched().parse("a".repeat(300))).toBe("a".repeat(200));
    expect([searched().parse(undefined), searched().parse(["b", "c"]), searched().parse(7)]).toEqual(["", "b", ""]);
  });

  it.each([`${"a".repeat(64)}.fr`, `www.${"a".repeat(64)}.fr`, `${"é".repeat(60)}.fr`, `${"abcdefgh.".repeat(28)}fr`])(
    "knows no site at %s",
    (host) => {
      expect(webAddress.safeParse(`https://${host}/`).error?.issues[0]?.message).toContain("63");
      expect(emailAddress.safeParse(`a@${host}`).success).toBe(false);
    },
  );

  it("knows a host whose parts have 63 letters", () => {
    const host = `${"a".repeat(63)}.${"b".repeat(63)}.fr`;
    expect(webAddress.parse(`https://${host}/`)).toContain(host);
    expect(emailAddress.parse(`a@${host}`)).toBe(`a@${host}`);
    expect(emailAddress.parse("contact@mairie-évry.fr")).toBe("contact@mairie-évry.fr");
  });

  it("completes an address as people write it, and no other words", () => {
    const read = (typed: string) => optionalAddress().safeParse(typed).data;
    expect(["www.exemple.fr", "exemple.fr/page?a=b:c", "exemple.fr:8080", " "].map(read)).toEqual([
      "https://www.exemple.fr",
      "https://exemple.fr/page?a=b:c",
      "https://exemple.fr:8080",
      null,
    ]);
    expect(
      ["exemple", "une adresse.fr", "ftp://exemple.fr", "javascript:alert(1).a", "a@exemple.fr"].map(read),
    ).toEqual(Array(5).fill(undefined));
  });

  it("reads boxes, lists and lines", () => {
    expect([tickBox().parse(undefined), tickBox().parse("on")]).toEqual([false, true]);
    expect([undefined, "a", ["a", "b"]].map((value) => listOf(z.string()).parse(value))).toEqual([
      [],
      ["a"],
      ["a", "b"],
    ]);
    expect(linesOf().parse("un\r\n\r\n deux ")).toEqual(["un", "deux"]);
  });
});

describe("readFormData", () => {
  it("keeps repeated fields and leaves the framework's own out", () => {
    const data = new FormData();
    for (const [name, value] of [
      ["a", "1"],
      ["b", "1"],
      ["b", "2"],
      ["$ACTION_ID_x", ""],
    ] as const)
      data.append(name, value);
    expect(readFormData(data)).toEqual({ a: "1", b: ["1", "2"] });
  });

  it("drops NUL, which the database refuses wherever it stands", () => {
    const data = new FormData();
    for (const [name, value] of [
      ["webinar", "une\0-seance\0"],
      ["b", "\0"],
      ["b", "1"],
    ] as const)
      data.append(name, value);
    expect(readFormData(data)).toEqual({ webinar: "une-seance", b: ["", "1"] });
  });

  it("leaves files to readFiles, which leaves out those that were not chosen", () => {
    const data = new FormData();
    const file = new File(["texte"], "calendrier.ics");
    data.append("file", file);
    data.append("empty", new File([], ""));
    data.append("unnamed", new Blob());
    data.append("nameless", new File([], String(undefined)));
    const hollow = new File([], "vide.csv");
    data.append("hollow", hollow);
    data.append("a", "1");
    expect(readFormData(data)).toEqual({ a: "1" });
    expect(readFiles(data)).toEqual({ file, hollow });
  });
});
