import { expect, test } from "vitest";
import { heardAs, isMisspelt, isSlip, soundOf } from "#lib/spelling/sounds";

test.each([
  ["filantropie", "philanthropie"],
  ["webinère", "webinaire"],
  ["autodiagnostique", "autodiagnostic"],
  ["mécennat", "mécénat"],
  ["essémage", "essaimage"],
  ["gouvernence", "gouvernance"],
  ["benevolle", "bénévole"],
  ["subvension", "subvention"],
  ["cartographier", "cartographie"],
  ["colectivités", "collectivité"],
])("« %s » sounds like « %s »", (typed, known) => {
  expect(soundOf(typed)).toBe(soundOf(known));
  expect(heardAs(typed, ["autre mot", known])).toBe(known);
});

test.each([
  ["mère", "maire"],
  ["alliance", "alliage"],
  ["territoire", "trottoir"],
  ["chorale", "corail"],
  ["fondation", "formation"],
])("« %s » is not heard as « %s »", (typed, known) => {
  expect(heardAs(typed, [known])).toBeUndefined();
});

test.each([
  ["competance", "competence", true],
  ["mecenta", "mecenat", true],
  ["aliance", "alliance", true],
  ["lliance", "alliance", false],
  ["illiance", "alliance", false],
  ["alainces", "alliance", false],
])("from « %s » to « %s », one slip: %s", (typed, known, slip) => expect(isSlip(typed, known)).toBe(slip));

test.each([
  ["partenaria", "partenariat", true],
  ["dévelopement", "développement", true],
  ["fondasion", "fondation", true],
  ["hibridacion", "hybridation", true],
  ["Comunes", "commune", true],
  ["coconstrution", "co-construction", true],
  ["convention", "invention", false],
  ["médecin", "MEDEF", false],
  ["commerce", "comment", false],
  ["partent", "partenaires", false],
  ["communautaire", "commun", false],
  ["généraliser", "général", false],
])("« %s » may be « %s »: %s", (typed, known, may) => expect(isMisspelt(typed, known)).toBe(may));
