import { expect, test } from "vitest";
import { keepTyped } from "#lib/edge/returned-forms/keep-typed";
import { tellFaults } from "#lib/edge/returned-forms/tell-faults";

const page = (body: string) => `<!DOCTYPE html><title>Séance</title>${body}`;

test("what is wrong is said in the title, and stands in open folds", () => {
  const html =
    page(`<details class="a"><summary>Un</summary><details><summary>Deux</summary><p data-invalid="">Non</p></details>
<details><summary>Trois</summary></details></details><details><summary>Quatre</summary></details>
<details open=""><input aria-invalid="true"></details><details><input aria-invalid="true"></details>`);
  const told = tellFaults(html);
  expect(told).toContain("<title>Erreur\u00A0: Séance</title>");
  expect(told.match(/<details[^>]*>/g)).toEqual([
    '<details open="" class="a">',
    '<details open="">',
    "<details>",
    "<details>",
    '<details open="">',
    '<details open="">',
  ]);
  expect(told.replaceAll("Erreur\u00A0: ", "").replaceAll(' open=""', "")).toBe(html.replaceAll(' open=""', ""));
});

test("a page without a fault stays as it is, whatever it folds", () => {
  const html = page('<details><summary>Un</summary><p aria-invalid="true">data-invalid</p></details>');
  expect(tellFaults(html)).toBe(html);
});

test("a form in a fold, which comes back while the database is away, is seen", () => {
  const form = new FormData();
  form.append("reason", "malade");
  const html = keepTyped(page('<details><form method="post"><input name="reason"></form></details>'), form);
  expect(html).toMatch(/<title>Erreur.*<details open=""><form.*value="malade"/s);
});
