import { expect, test } from "vitest";
import { MENU_ENTRIES, screensNamed } from "#components/back-office/menu";

const named = (q: string) => screensNamed(q).map(({ label }) => label);

test("a screen is found by the beginning of every word of its name, without accents", () => {
  expect(named("journ")).toEqual(["Journal"]);
  expect(named("message modele")).toEqual(["Modèles des messages"]);
  expect(named("NOUVELLE seance")).toEqual(["Nouvelle séance"]);
  expect(named("urnal")).toEqual([]);
  for (const nothing of ["", " ", "?"]) expect(named(nothing)).toEqual([]);
});

test("every entry of the menu is found by its whole name", () => {
  for (const { label } of MENU_ENTRIES) expect(named(label)).toContain(label);
});
