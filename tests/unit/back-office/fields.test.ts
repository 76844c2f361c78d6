import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { centreFields } from "#lib/centres/fields";
import { centreEdit } from "#lib/centres/schema";
import { fieldValues, fieldWords, proposedSlug } from "#lib/editorial/fields";
import type { EditField } from "#lib/editorial/schema";
import { figureFields } from "#lib/figures/fields";
import { figureEdit } from "#lib/figures/schema";
import { termFields } from "#lib/glossary/fields";
import { termEdit } from "#lib/glossary/schema";
import { needFields, needValues } from "#lib/needs/fields";
import { needEdit } from "#lib/needs/schema";
import { pageFields } from "#lib/pages/fields";
import { pageEdit } from "#lib/pages/schema";
import { resourceFields, resourceValues } from "#lib/resources/fields";
import { resourceEdit } from "#lib/resources/schema";
import { webinarFields, webinarValues } from "#lib/webinars/fields";
import { webinarEdit } from "#lib/webinars/schema";

const ID = "0198f000-0000-7000-8000-000000000001";
const related = { needs: [{ id: ID, title: "Un besoin" }], centres: [{ id: ID, name: "Un centre" }] };
const cycles = [{ id: ID, title: "Un cycle" }];

/** What an editor types in a field, whatever it is. */
function example(field: EditField): string | string[] {
  if (field.name === "slug") return "une-adresse";
  if (field.name === "links" || field.name === "documents") return "https://exemple.fr/guide.pdf Lire le guide";
  if (field.name === "year") return "2016";
  switch (field.kind) {
    case "choice":
      return field.options[0]?.value ?? "";
    case "choices":
      return field.options.slice(0, 1).map(({ value }) => value);
    case "number":
      return "12";
    case "address":
      return "https://exemple.fr/";
    case "day":
      return "2019-02-21";
    case "instant":
      return "2027-02-18T13:00";
    case "tick":
      return "on";
    case "lines":
      return "Un\nDeux";
    default:
      return "Un texte";
  }
}

type Form = {
  fields: EditField[];
  schema: z.ZodType<Record<string, unknown>>;
  values?: (typed: never) => Record<string, unknown>;
};
const forms: [string, Form][] = [
  ["need", { fields: needFields(related.centres), schema: needEdit, values: needValues }],
  ["centre", { fields: centreFields, schema: centreEdit }],
  ["resource", { fields: resourceFields(related), schema: resourceEdit, values: resourceValues }],
  ["webinar", { fields: webinarFields({ ...related, cycles }), schema: webinarEdit, values: webinarValues }],
  ["page", { fields: pageFields, schema: pageEdit }],
  ["term", { fields: termFields, schema: termEdit }],
  ["figure", { fields: figureFields, schema: figureEdit }],
];

describe.each(forms)("the edit form of a %s", (_, { fields, schema, values }) => {
  const typed = Object.fromEntries(fields.map((field) => [field.name, example(field)]));

  it("has a field for everything that its schema reads, and no other", () => {
    const shown = values ? values(schema.parse(typed) as never) : schema.parse(typed);
    const names = Object.keys(shown).filter((name) => name !== "id" && name !== "version");
    expect(fields.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  });

  it("shows again what was typed", () => {
    const read = schema.parse(typed);
    expect(fieldValues(fields, values ? values(read as never) : read)).toEqual(typed);
  });

  it("offers nothing that it refuses", () => {
    for (const field of fields.filter(({ kind }) => kind === "choice" || kind === "choices")) {
      for (const { value } of "options" in field ? field.options : [])
        expect(schema.safeParse({ ...typed, [field.name]: value }).success, `${field.name}: ${value}`).toBe(true);
    }
  });

  it("asks for nothing that it marks as optional", () => {
    const needed = fields.filter(({ name, required }) => required || name === "slug");
    const least = Object.fromEntries(needed.map((field) => [field.name, example(field)]));
    expect(schema.safeParse(least).error?.issues).toBeUndefined();
  });

  it("asks for everything that it marks as required", () => {
    for (const { name } of fields.filter(({ required }) => required)) {
      expect(schema.safeParse({ ...typed, [name]: "" }).success, name).toBe(false);
    }
  });
});

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
