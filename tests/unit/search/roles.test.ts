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
  ["premier adjoint", "elected_official"],
  ["Madame le maire", "elected_official"],
  ["chargée de mission développement local", "territorial_agent"],
  ["chef de projet territorial", "territorial_agent"],
  ["je suis chargé de mission", "territorial_agent"],
  ["trésorière", "association"],
  ["DRH", "company"],
  ["directrice des ressources humaines", "company"],
  ["je suis nouveau maire, que faire ?", "elected_official"],
  ["je suis maire, comment faire ?", "elected_official"],
  ["que font les maires", "elected_official"],
])("« %s » tells a role", (typed, role) => expect(roleOf(typed)).toBe(role));

test.each([
  "fondation",
  "accompagnatrice",
  "mairie",
  "association sportive",
  "financer mon association",
  "je suis perdu",
  "trouver une entreprise",
  "comment aider une association",
  "je cherche une association",
  "avec une entreprise",
  "",
])("« %s » tells none", (typed) => expect(roleOf(typed)).toBeNull());
