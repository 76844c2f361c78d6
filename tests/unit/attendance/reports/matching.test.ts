import { describe, expect, test } from "vitest";
import { type Candidate, matchPeople } from "#lib/attendance/reports/rules";
import fc from "#tests/support/properties";

const registrant = (id: string, firstName: string, lastName: string, email = `${id}@exemple.fr`): Candidate => ({
  id,
  firstName,
  lastName,
  email,
});
const PEOPLE = [
  registrant("camille", "Camille", "Durand"),
  registrant("elodie", "Élodie", "D’Arc-Martin"),
  registrant("jean1", "Jean", "Petit", "jean.un@exemple.fr"),
  registrant("jean2", "Jean", "Petit", "jean.deux@exemple.fr"),
  registrant("sam", "Sam", "Ouédraogo"),
];
const match = (name: string, email: string | null = null, people = PEOPLE) =>
  matchPeople([{ name, email, seconds: null }], people)[0];

describe("somebody of a report", () => {
  test.each([
    ["iPad", "CAMILLE@Exemple.fr ", { by: "address", registrationId: "camille" }],
    ["Élodie D’Arc-Martin", "camille@exemple.fr", { by: "address", registrationId: "camille" }],
    ["DURAND Camille (invité)", null, { by: "name", registrationId: "camille" }],
    ["elodie d'arc martin", "perso@exemple.fr", { by: "name", registrationId: "elodie" }],
    ["Jean Petit", "jean.deux@exemple.fr", { by: "address", registrationId: "jean2" }],
    ["Jean Petit", null, { by: "doubt", candidates: ["jean1", "jean2"] }],
    ["Camille", null, { by: "doubt", candidates: ["camille"] }],
    ["Camille D.", null, { by: "doubt", candidates: ["camille"] }],
    ["S. Ouedraogo | Mairie", null, { by: "doubt", candidates: ["sam"] }],
    ["Paul Petit", null, { by: "doubt", candidates: ["jean1", "jean2"] }],
    ["iPhone de Zoé", null, { by: "nothing" }],
    ["D", null, { by: "nothing" }],
    ["📱", null, { by: "nothing" }],
  ])("%s, %s", (name, email, expected) => expect(match(name, email)).toEqual(expected));

  test("is doubted with the likeliest first, and few of them", () => {
    const crowd = Array.from({ length: 30 }, (_, index) => registrant(`c${index}`, "Camille", `Nom${index}`));
    const found = match("Camille Durand Mairie", null, [...crowd, registrant("camille", "Camille", "Durand")]);
    expect(found).toMatchObject({ by: "doubt", candidates: { length: 8, 0: "camille" } });
  });
});

describe("any report", () => {
  const word = fc.constantFrom("Camille", "Élodie", "Jean", "Petit", "Durand", "Ouédraogo", "Le", "Goff");
  const name = fc.tuple(word, word);
  const people = fc
    .uniqueArray(name, { maxLength: 12, selector: (words) => words.join() })
    .map((names) => names.map(([first, last], index) => registrant(String(index), first, last)));

  test("names of a match differ in case, accents, order and suffix only, and no other registrant bears them", () => {
    fc.assert(
      fc.property(people, name, (registrants, [first, last]) => {
        const found = match(`${last.toUpperCase()} ${first.normalize("NFD")} (Invité)`, null, registrants);
        const bearers = registrants.filter(
          ({ firstName, lastName }) => [firstName, lastName].sort().join() === [first, last].sort().join(),
        );
        if (bearers.length === 1) expect(found).toEqual({ by: "name", registrationId: bearers[0]?.id });
        else expect(found?.by).not.toBe("name");
        if (bearers.length > 1) expect(found?.by).toBe("doubt");
      }),
    );
  });

  test("an address found is always the answer, and only registrants are proposed", () => {
    fc.assert(
      fc.property(people, name, fc.nat(20), (registrants, words, index) => {
        const [found] = matchPeople(
          [{ name: words.join(" "), email: `${index}@exemple.fr`, seconds: null }],
          registrants,
        );
        const owner = registrants.find(({ id }) => id === String(index));
        if (owner) expect(found).toEqual({ by: "address", registrationId: owner.id });
        const ids = found?.by === "doubt" ? found.candidates : [];
        expect(ids.every((id) => registrants.some((one) => one.id === id))).toBe(true);
      }),
    );
  });
});
