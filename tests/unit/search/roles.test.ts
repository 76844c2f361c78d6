import { expect, test } from "vitest";
import { roleOf } from "#lib/search/roles";

test.each([
  ["maire", "elected_official"],
  ["Élue", "elected_official"],
  ["Je suis maire d’une petite commune", "elected_official"],
  ["conseillère municipale", "elected_official"],
  ["je travaille dans une collectivité", "territorial_agent"],
  ["l’association", "association"],
  ["nous sommes une petite association", "association"],
  ["je dirige une PME", "company"],
  ["je représente une fondation", "foundation"],
  ["je suis accompagnatrice", "adviser"],
])("« %s » tells a role", (typed, role) => expect(roleOf(typed)).toBe(role));

test.each([
  "fondation",
  "accompagnatrice",
  "mairie",
  "association sportive",
  "financer mon association",
  "je suis perdu",
  "",
])("« %s » tells none", (typed) => expect(roleOf(typed)).toBeNull());
