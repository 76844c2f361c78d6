import { describe, expect, test } from "vitest";
import { csvFile } from "#lib/csv/writing";
import { decoded } from "#lib/files/decoding/rules";
import { listFingerprint, readPeople } from "#lib/roster/additions/fields";
import { listText, PASTED_PEOPLE, pastedList } from "#lib/roster/additions/schema";
import { registrantColumnLabels } from "#lib/roster/export/labels";
import { REGISTRANT_COLUMNS } from "#lib/roster/export/schema";

const people = (list: string) =>
  readPeople(list, "citizen").lines.map((line) =>
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
    const { lines } = readPeople("a.b@exemple.fr\nA B <c.d@exemple.fr>", "citizen");
    expect(lines.map((line) => "guessed" in line && line.guessed)).toEqual([true, false]);
  });

  test("reads several recipients copied from a mail program, and numbers lines as they are typed", () => {
    expect(people("A B <a@exemple.fr>; C D <c@exemple.fr>, E F <e@exemple.fr>")).toHaveLength(3);
    const { lines } = readPeople("\nA B <a@exemple.fr>, C D <c@exemple.fr>\n\nE F <e@exemple.fr>\n", "citizen");
    expect(lines.map(({ number }) => number)).toEqual([2, 2, 4]);
  });

  const camille = ["Camille", "Durand", "camille@exemple.fr", "citizen"];

  test.each([
    ["Nom;Prénom;Email", "Durand;Camille;camille@exemple.fr"],
    ["Email;Nom;Prénom", "camille@exemple.fr;Durand;Camille"],
    ["Nom de famille,Prénom,Adresse électronique", "Durand,Camille,camille@exemple.fr"],
    ["last name\tFIRST NAME\te-mail address", "Durand\tCamille\tcamille@exemple.fr"],
    ["Prenom;NOM;Courriel;Profil", "Camille;Durand;camille@exemple.fr;"],
    ["Profil\tPrénom\tNom\tEmail", "\tCamille\tDurand\tcamille@exemple.fr"],
    ["Nom;Adresse e-mail", "Camille Durand;camille@exemple.fr"],
    ["Nom et prénom;Email", "Durand Camille;camille@exemple.fr"],
    ["Full name,Email", "Camille Durand,camille@exemple.fr"],
    ["Adresse postale;Email;Nom;Prénom", "1 rue de l’Exemple;Camille <camille@exemple.fr>;Durand;Camille"],
  ])("reads the columns as its headings name them: %s", (headings, line) => {
    expect(people(`${headings}\n${line}`)).toEqual([camille]);
  });

  test("draws the name from the address when no column has it", () => {
    expect(people("Email;Profil\ncamille.durand@exemple.fr;Élu")).toEqual([
      ["Camille", "Durand", "camille.durand@exemple.fr", "elected_official"],
    ]);
    expect(people("Email\ncamille.durand@exemple.fr")).toHaveLength(1);
  });

  test.each(["excel", "standard"] as const)(
    "reads our own file back (%s), and says which columns it left",
    (dialect) => {
      const headings = REGISTRANT_COLUMNS.map((column) => registrantColumnLabels[column]);
      const row = headings.map((heading, index) => {
        if (heading === "État") return "Inscription confirmée";
        if (heading === "Questions") return "Une ligne,\nune autre ; et « la fin »\nvoilà";
        return (
          ["", "Camille", "Durand", "camille@exemple.fr", "Élu·e, maire", "Mairie de Lyon", "Lyon"][index] ?? "Oui"
        );
      });
      const { lines, unused } = readPeople(decoded(Buffer.from(csvFile([headings, row, ["x"]], dialect))), "citizen");
      expect(lines).toMatchObject([
        {
          number: 2,
          person: {
            firstName: "Camille",
            lastName: "Durand",
            email: "camille@exemple.fr",
            profile: "elected_official",
            organisation: "Mairie de Lyon",
            territory: "Lyon",
          },
        },
        { number: 5, text: "x" },
      ]);
      expect(unused).toEqual(["État", ...headings.slice(headings.indexOf("Questions"))]);
    },
  );

  test("takes no line for headings that has none of their words, nor a second one", () => {
    const [durand, martin] = people("Durand;Camille;camille.durand.exemple.fr\nMartin;Jean;jean@exemple.fr");
    expect(durand).toMatch(/adresse/);
    expect(martin).toEqual(["Martin", "Jean", "jean@exemple.fr", "citizen"]);
    const [person, ...others] = people("Email;Nom;Prénom\ncamille@exemple.fr;Durand;Camille\nEmail;Nom;Prénom");
    expect([person, others.length]).toEqual([camille, 1]);
  });

  test("loses no line to a quotation mark that stays open", () => {
    expect(people('"A B;a@exemple.fr\nC D;c@exemple.fr\n"E F";e@exemple.fr')).toHaveLength(3);
  });

  test.each([
    ["Élu·e", "elected_official"],
    ["ÉLUE", "elected_official"],
    ["maire", "elected_official"],
    ["Maire, élue ou élu", "elected_official"],
    ["habitant", "citizen"],
    ["Accompagnateur, consultant", "adviser"],
    ["Élu·e, maire", "elected_official"],
    ["agent", "territorial_agent"],
    ["Fonds de dotation", "foundation"],
    ["citoyenne", "citizen"],
    ["asso", "association"],
  ])("knows the profile %s by its beginning, whatever the separator", (said, profile) => {
    const expected = ["Camille", "Durand", "camille@exemple.fr", profile];
    expect(people(`Camille,Durand,camille@exemple.fr,${said}`)).toEqual([expected]);
    expect(people(`Camille;Durand;camille@exemple.fr;${said}`)).toEqual([expected]);
    expect(people(`Prénom,Nom,Profil,Email\nCamille,Durand,${said},camille@exemple.fr`)).toEqual([expected]);
  });

  test("takes no name for a profile", () => {
    expect(people("Camille;Maire;a@exemple.fr\nJean Pierre;Maire;b@exemple.fr")).toEqual([
      ["Camille", "Maire", "a@exemple.fr", "citizen"],
      ["Jean Pierre", "Maire", "b@exemple.fr", "citizen"],
    ]);
    expect(people("Camille Durand;Élu·e;a@exemple.fr")).toEqual([
      ["Camille", "Durand", "a@exemple.fr", "elected_official"],
    ]);
  });

  test.each([
    ["contact@exemple.fr", /prénom/],
    ["Camille <camille@exemple.fr>", /nom/],
    ["Camille Durand <camille@>", /adresse/],
    ["Camille Durand", /adresse/],
    ["Camille;Durand;camille@exemple.fr;Plombier", /Plombier.*Maire, élue ou élu\u202F; .*Habitante ou habitant/],
    ["Camille;Durand;camille@exemple.fr;Association;Mairie de Lyon", /Mairie de Lyon.*titres/],
    ["www.exemple.fr Durand <camille@exemple.fr>", /adresse/],
  ])("refuses %s, and says why", (line, reason) => {
    expect(people(`A B <a@exemple.fr>\n${line}`)[1]).toMatch(reason);
  });

  test("refuses what its headings do not announce", () => {
    expect(people("Prénom;Nom;Email\n;de la Tour;camille@exemple.fr")).toEqual([expect.stringMatching(/prénom/)]);
    expect(people("Nom;Prénom;Contact\nDurand;Camille;camille@exemple.fr")).toEqual([expect.stringMatching(/Email/)]);
    expect(people("Nom;Prénom;Email\nDurand;Camille;camille@exemple.fr;Lyon")).toEqual([
      expect.stringMatching(/plus de cellules/),
    ]);
  });

  test("refuses an address that came before, whatever its case", () => {
    expect(people("A B <a@exemple.fr>\nA B <A@Exemple.fr>")[1]).toBe("Cette adresse est déjà à la ligne\u00A01.");
  });

  test("has an end, and brings in three hundred people at most: their session is held meanwhile", () => {
    const isTaken = (length: number) => listText.safeParse("a".repeat(length)).success;
    expect([0, 60_000, 60_001].map(isTaken)).toEqual([false, true, false]);
    const isLight = (bytes: number) =>
      pastedList.safeParse({
        webinarId: "018f5d3a-0000-7000-8000-000000000000",
        file: new File([new Uint8Array(bytes)], "liste.csv"),
        profile: "citizen",
      }).success;
    expect([240_000, 240_001].map(isLight)).toEqual([true, false]);
    expect(PASTED_PEOPLE).toBe(300);
  });

  test("is agreed to with its profile, and with nothing else", () => {
    expect(listFingerprint("a", "citizen")).toBe(listFingerprint("a", "citizen"));
    expect(listFingerprint("a", "company")).not.toBe(listFingerprint("a", "citizen"));
    expect(listFingerprint("b", "citizen")).not.toBe(listFingerprint("a", "citizen"));
  });
});

test("what is no address is said so, and shown; what is missing is said to be missing", () => {
  const refusals = readPeople("Prénom;Nom;Adresse\nAda;Durand;pas-une-adresse\nAda;Durand;", "citizen").lines;
  expect(refusals.map((line) => "refusal" in line && line.refusal)).toEqual([
    "«\u202Fpas-une-adresse\u202F» n’est pas une adresse électronique.",
    "Il manque l’adresse électronique.",
  ]);
});

test("a line too long for a person is refused, and only its beginning is shown", () => {
  const line = (length: number) => `Camille Durand <${"x".repeat(length - "Camille Durand <>".length)}>`;
  const [within] = readPeople(line(4_000), "citizen").lines;
  expect(within).toMatchObject({
    text: line(4_000),
    refusal: expect.stringMatching(/^«\u202Fx+…\u202F» n’est pas une adresse/),
  });
  const [beyond] = readPeople(line(4_001), "citizen").lines;
  expect(beyond).toMatchObject({ refusal: expect.stringContaining("trop longue pour une personne") });
  expect(beyond?.text.length).toBeLessThanOrEqual(81);
});
