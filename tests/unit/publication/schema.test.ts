import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { editorialFields } from "#lib/edit-forms/schema";
import { identifiers } from "#lib/forms/choices";
import { optionalAddress, optionalNumber, wholeNumber } from "#lib/forms/fields";
import { pageEdit } from "#lib/pages/schema";

const fields = z.object(editorialFields);
const typed = { slug: "une-fiche", source: "Le RAMEAU", confidence: "documented" };
const faultsOf = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ path }) => path.join(".")) ?? [];

describe("the fields of every edit form", () => {
  test("no identifier, or an empty one, creates", () => {
    for (const created of [fields.parse(typed), fields.parse({ ...typed, id: "" })]) {
      expect([created.id, created.version]).toEqual([undefined, 0]);
    }
  });

  test("the version is read as a number", () => {
    expect(fields.parse({ ...typed, id: randomUUID(), version: "7" }).version).toBe(7);
  });

  test.each([
    ["an identifier that is none", { id: "1" }, "id"],
    ["a version that is none", { version: "un" }, "version"],
    ["capitals in the address", { slug: "Une-Fiche" }, "slug"],
    ["an accent in the address", { slug: "été" }, "slug"],
    ["a path in the address", { slug: "a/b" }, "slug"],
    ["two hyphens in the address", { slug: "a--b" }, "slug"],
    ["no source", { source: " " }, "source"],
    ["a confidence of its own", { confidence: "certain" }, "confidence"],
  ])("%s is refused", (_, wrong, field) => {
    expect(faultsOf(fields, { ...typed, ...wrong })).toEqual([field]);
  });

  test("a page cannot take the address of a part of the portal", () => {
    const page = { ...typed, position: "1", title: "T", summary: "S", body: "B" };
    expect(faultsOf(pageEdit, page)).toEqual([]);
    expect(faultsOf(pageEdit, { ...page, slug: "webinaires" })).toEqual(["slug"]);
  });
});

describe("numbers", () => {
  test.each(["", " ", "-1", "1,5", "1e3", "0", "11", "abc"])("« %s » is not a whole number from 1 to 10", (value) => {
    expect(
      wholeNumber("Non.", 1, 10)
        .safeParse(value)
        .error?.issues.map(({ message }) => message),
    ).toEqual(["Non."]);
  });

  test("an empty optional number is null, a wrong one is refused", () => {
    const year = optionalNumber("Non.", 1900, 2100);
    expect([year.parse(undefined), year.parse(" "), year.parse(" 2019 ")]).toEqual([null, null, 2019]);
    expect(year.safeParse("1899").error?.issues.map(({ message }) => message)).toEqual(["Non."]);
  });
});

test("identifiers are kept once each, sorted, so that a list typed in another order is no change", () => {
  const [a, b] = [randomUUID(), randomUUID()].sort();
  expect(identifiers("Non.").parse([b, a, b?.toUpperCase()])).toEqual([a, b]);
  expect(identifiers("Non.").parse(undefined)).toEqual([]);
});

describe("addresses", () => {
  test.each([
    ["https://exemple.fr/x?y=1", "https://exemple.fr/x?y=1"],
    ["  http://exemple.fr ", "http://exemple.fr"],
    ["exemple.fr", "https://exemple.fr"],
    ["", null],
  ])("« %s » is read", (value, read) => {
    expect(optionalAddress().parse(value)).toBe(read);
  });

  test.each(["javascript:alert(1)", "exemple", "/besoins", "ftp://exemple.fr", "data:text/html,x"])(
    "« %s » is refused",
    (value) => {
      expect(optionalAddress().safeParse(value).success).toBe(false);
    },
  );
});
