import { beforeEach, describe, expect, it } from "vitest";
import { deskOf } from "#lib/desks/desks";
import { fieldValues } from "#lib/edit-forms/fields";
import type { EditField } from "#lib/edit-forms/schema";
import type { FormValues } from "#lib/forms/state";
import { EDITORIAL_NOUNS } from "#lib/nouns/cards";
import { filledIn } from "#tests/support/edit-form";
import { makeCentre, makeCycle, makeEditor, makeFormField, makeNeed } from "#tests/support/factories";

describe.each(EDITORIAL_NOUNS)("the edit form of a %s", (noun) => {
  const { schema, values, fields: fieldsFor } = deskOf(noun);
  let fields: readonly EditField[] = [];
  let typed: FormValues = {};
  beforeEach(async () => {
    await Promise.all([makeNeed(), makeCentre(), makeCycle(), makeFormField()]);
    fields = await fieldsFor(await makeEditor());
    typed = filledIn(fields);
  });

  it("has a field for everything that its schema reads, and no other", async () => {
    const shown = values(await schema.parseAsync(typed));
    const names = Object.keys(shown).filter((name) => name !== "id" && name !== "version");
    expect(fields.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  });

  it("shows again what was typed", async () => {
    expect(fieldValues(fields, values(await schema.parseAsync(typed)))).toEqual(typed);
  });

  it("asks for nothing that it marks as optional", async () => {
    const needed = fields.filter(({ name, required }) => required || name === "slug");
    expect((await schema.safeParseAsync(filledIn(needed))).error?.issues).toBeUndefined();
  });

  it("offers nothing that it refuses", async () => {
    for (const field of fields.filter(({ kind }) => kind === "choice" || kind === "choices")) {
      for (const { value } of "options" in field ? field.options : [])
        expect(
          (await schema.safeParseAsync({ ...typed, [field.name]: value })).success,
          `${field.name}: ${value}`,
        ).toBe(true);
    }
  });

  it("asks for everything that it marks as required", async () => {
    for (const { name } of fields.filter(({ required }) => required)) {
      expect((await schema.safeParseAsync({ ...typed, [name]: "" })).success, name).toBe(false);
    }
  });
});

it("begins a session with an hour, a resource in French", () => {
  expect(deskOf("webinar").initial).toEqual({ durationMinutes: 60 });
  expect(deskOf("resource").initial).toEqual({ language: "fr" });
});
