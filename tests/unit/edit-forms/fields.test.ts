import { describe, expect, it } from "vitest";
import { fieldWords, proposedSlug } from "#lib/edit-forms/fields";
import type { EditField } from "#lib/edit-forms/schema";

describe("the words of a field", () => {
  const choices: EditField = {
    name: "a",
    label: "A",
    group: "G",
    kind: "choices",
    options: [
      { value: "x", label: "Ixe" },
      { value: "y", label: "Igrec" },
    ],
  };

  it("are labels rather than identifiers", () => {
    expect(fieldWords(choices, ["x", "y", "disparu"])).toBe("Ixe\nIgrec\ndisparu");
    expect(fieldWords({ ...choices, kind: "tick" }, "on")).toBe("Oui");
    expect(fieldWords({ ...choices, kind: "tick" }, "")).toBe("Non");
    expect(fieldWords({ ...choices, kind: "line" }, undefined)).toBe("");
  });
});

describe("an address drawn from a title", () => {
  it.each([
    ["L’hybridation", "l-hybridation"],
    ["Œuvrer à plusieurs !", "oeuvrer-a-plusieurs"],
    ["!!!", "sans-titre"],
  ])("of « %s » is %s", (title, slug) => {
    expect(proposedSlug(title)).toBe(slug);
  });

  it("ends with a whole word, 80 characters at most", () => {
    const slug = proposedSlug("partenariat ".repeat(20));
    expect(slug).toBe(Array(6).fill("partenariat").join("-"));
    expect(proposedSlug("a".repeat(300)).length).toBeLessThanOrEqual(80);
  });
});
