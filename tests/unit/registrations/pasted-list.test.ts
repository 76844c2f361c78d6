import { describe, expect, test } from "vitest";
import { listDigest, readPeople } from "#lib/registrations/fields";

const people = (list: string) =>
  readPeople(list, "citizen").map((line) =>
    "person" in line
      ? [line.person.firstName, line.person.lastName, line.person.email, line.person.profile]
      : line.refusal,
  );

describe("a pasted list", () => {
  test.each([
    ["Camille Durand <camille@exemple.fr>", ["Camille", "Durand", "camille@exemple.fr", "citizen"]],
    ["Jean-Noël de la Tour <jn@exemple.fr>", ["Jean-Noël", "de la Tour", "jn@exemple.fr", "citizen"]],
    ["DE LA TOUR Jean Noël <jn@exemple.fr>", ["Jean Noël", "DE LA TOUR", "jn@exemple.fr", "citizen"]],
    ["Durand, Camille <camille@exemple.fr>", ["Camille", "Durand", "camille@exemple.fr", "citizen"]],
    ['"Durand, Camille" <mailto:camille@exemple.fr>', ["Camille", "Durand", "camille@exemple.fr", "citizen"]],
    ["anne-lise.le.goff@exemple.fr", ["Anne-lise", "Le Goff", "anne-lise.le.goff@exemple.fr", "citizen"]],
    ["Camille;Durand;camille@exemple.fr;Association", ["Camille", "Durand", "camille@exemple.fr", "association"]],
    [
      "Camille\tDurand\tcamille@exemple.fr\telu-e-maire",
      ["Camille", "Durand", "camille@exemple.fr", "elected_official"],
    ],
    ["Camille,Durand,camille@exemple.fr", ["Camille", "Durand", "camille@exemple.fr", "citizen"]],
    ["Camille Durand;camille@exemple.fr;;", ["Camille", "Durand", "camille@exemple.fr", "citizen"]],
    ['"Durand; la seule";Camille;camille@exemple.fr', ["Durand; la seule", "Camille", "camille@exemple.fr", "citizen"]],
    ["camille@exemple.fr;Camille;Durand", ["Camille", "Durand", "camille@exemple.fr", "citizen"]],
  ])("understands %s", (line, person) => {
    expect(people(line)).toEqual([person]);
  });

  test("says of a name whether it was drawn from the address", () => {
    const lines = readPeople("a.b@exemple.fr\nA B <c.d@exemple.fr>", "citizen");
    expect(lines.map((line) => "guessed" in line && line.guessed)).toEqual([true, false]);
  });

  test("reads several recipients copied from a mail program, and numbers lines as they are typed", () => {
    expect(people("A B <a@exemple.fr>; C D <c@exemple.fr>, E F <e@exemple.fr>")).toHaveLength(3);
    expect(readPeople("\n\nA B <a@exemple.fr>\n", "citizen").map(({ number }) => number)).toEqual([3]);
  });

  test("skips the headings, and takes the last name first when they say so", () => {
    expect(people("Nom;Prénom;Adresse\nDurand;Camille;camille@exemple.fr")).toEqual([
      ["Camille", "Durand", "camille@exemple.fr", "citizen"],
    ]);
  });

  test.each([
    ["contact@exemple.fr", /prénom/],
    ["Camille <camille@exemple.fr>", /nom/],
    ["Camille Durand <camille@>", /adresse/],
    ["Camille Durand", /adresse/],
    ["Camille;Durand;camille@exemple.fr;Plombier", /Plombier/],
    ["www.exemple.fr Durand <camille@exemple.fr>", /adresse/],
  ])("refuses %s, and says why", (line, reason) => {
    expect(people(`A B <a@exemple.fr>\n${line}`)[1]).toMatch(reason);
  });

  test("refuses an address that came before, whatever its case", () => {
    expect(people("A B <a@exemple.fr>\nA B <A@Exemple.fr>")[1]).toBe("Cette adresse est déjà à la ligne\u00A01.");
  });

  test("is agreed to with its profile, and with nothing else", () => {
    expect(listDigest("a", "citizen")).toBe(listDigest("a", "citizen"));
    expect(listDigest("a", "company")).not.toBe(listDigest("a", "citizen"));
    expect(listDigest("b", "citizen")).not.toBe(listDigest("a", "citizen"));
  });
});
