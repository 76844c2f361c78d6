import { expect, test } from "vitest";
import { judgedAnswers } from "#lib/form-fields/answers/schema";
import { postedAnswers } from "#lib/form-fields/rules";
import { type FormField, newFormField } from "#lib/form-fields/schema";

const webinarId = "0197aaaa-0000-7000-8000-000000000001";

const field = (more: Partial<FormField> = {}): FormField => ({
  ...{ id: "a", kind: "line", label: "Rôle", hint: null, required: false, options: [] },
  ...more,
});

test("a choice needs two different answers; other fields propose none", () => {
  const read = (typed: Record<string, string>) => newFormField.safeParse({ webinarId, label: "Où ?", ...typed });
  expect(read({ kind: "choice", options: "Ici\nIci" }).error?.issues).toMatchObject([{ path: ["options"] }]);
  expect(read({ kind: "choice", options: "Ici\n\nLà\nIci" }).data?.options).toEqual(["Ici", "Là"]);
  expect(read({ kind: "text", options: "Ici\nLà" }).data).toMatchObject({ options: [], required: false, hint: null });
  expect(read({ kind: "autre" }).success).toBe(false);
});

test("only the fields of the form are read from what is posted", () => {
  expect(postedAnswers({ "champ-a": "Élue", "champ-b": "  ", "champ-c": ["x", "y"], firstName: "Ada" })).toEqual({
    a: "Élue",
  });
});

test.each([
  ["line", "Une\nligne", "Une ligne"],
  ["text", "Deux\nlignes", "Deux\nlignes"],
  ["yes_no", "Non", "Non"],
] as const)("an answer to a field of the kind %s is kept", (kind, typed, kept) => {
  expect(judgedAnswers([field({ kind })], { a: typed })).toEqual({ ok: true, answers: { a: kept } });
});

test("nothing is kept where nothing was answered, and a choice is one of those proposed", () => {
  expect(judgedAnswers([field()], {})).toEqual({ ok: true, answers: null });
  expect(judgedAnswers([field({ kind: "yes_no" })], { a: "Peut-être" }).ok).toBe(false);
  expect(judgedAnswers([field({ required: true })], { a: " " }).ok).toBe(false);
});

test.each([
  [
    "options",
    12,
    (length: number) => ({ kind: "choice", options: Array.from({ length }, (_, at) => `R${at}`).join("\n") }),
  ],
  ["label", 200, (length: number) => ({ label: "a".repeat(length) })],
  ["hint", 300, (length: number) => ({ hint: "a".repeat(length) })],
] as const)("a field takes no more in %s than %i", (name, most, typed) => {
  const read = (length: number) =>
    newFormField.safeParse({ webinarId, label: "Où ?", kind: "line", options: "", ...typed(length) });
  expect(read(most).success).toBe(true);
  expect(read(most + 1).error?.issues).toMatchObject([{ path: [name] }]);
});

test.each([
  ["line", 200],
  ["text", 1000],
] as const)("an answer of the kind %s takes no more than %i signs", (kind, most) => {
  const read = (length: number) => judgedAnswers([field({ kind })], { a: "a".repeat(length) });
  expect(read(most).ok).toBe(true);
  expect(read(most + 1)).toMatchObject({ ok: false, faults: { "champ-a": expect.stringContaining("trop long") } });
});
