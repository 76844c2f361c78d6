import { describe, expect, test } from "vitest";
import { registrationSchema } from "#lib/registrations/schema";

const filled = { firstName: "Élodie", lastName: "D’Arc", email: "elodie@exemple.fr", profile: "citizen" };
const read = (fields: Record<string, unknown> = {}) => registrationSchema.safeParse({ ...filled, ...fields });
const fault = (fields: Record<string, unknown>) =>
  read(fields).error?.issues.map(({ path, message }) => [path[0], message]);

describe("the registration form", () => {
  test("asks for four fields; the others are empty, and the newsletter is not ticked", () => {
    expect(read().data).toEqual({
      ...filled,
      organisation: null,
      territory: null,
      question: null,
      accessNeeds: null,
      newsletter: false,
    });
    expect(read({ newsletter: "on" }).data?.newsletter).toBe(true);
  });

  test("names in French what is missing", () => {
    const { error } = registrationSchema.safeParse({ firstName: " ", profile: "" });
    expect(error?.issues.map(({ message }) => message)).toEqual([
      "Indiquez votre prénom.",
      "Indiquez votre nom.",
      "Indiquez votre adresse électronique.",
      "Choisissez ce qui vous décrit le mieux.",
    ]);
  });
});

describe("a name", () => {
  test.each([
    ["Élodie", "Élodie"],
    ["  Jean - Marc ", "Jean - Marc"],
    ["Anne\u00A0 Marie", "Anne Marie"],
    ["O'Brien", "O'Brien"],
    ["d’Artagnan-Müller", "d’Artagnan-Müller"],
    ["Nguyễn Thị", "Nguyễn Thị"],
    ["e\u0301lodie", "élodie"],
    ["{cancelUrl}", "{cancelUrl}"],
    ["محمد", "محمد"],
    ["می\u200Cخواهم", "می\u200Cخواهم"],
    ["St. John", "St. John"],
    ["M. J.", "M. J."],
  ])("%j is kept as %j", (typed, kept) => {
    expect(read({ firstName: typed, lastName: typed }).data).toMatchObject({ firstName: kept, lastName: kept });
  });

  test.each([
    "Gagnez https://piege.example",
    "www.piege.example",
    "moi@piege.example",
    "Gagnez sur piege.example/gain",
  ])("%j would send advertisement to a stranger", (firstName) => {
    expect(fault({ firstName })).toEqual([["firstName", "Un nom ne peut pas contenir d’adresse\u00A0: retirez-la."]]);
  });

  test.each([
    ["nothing that is seen", "\u200B"],
    ["what turns the line round", "Élodie\u202Emoc"],
    ["accents in a heap", `e${"\u0301\u0302".repeat(20)}`],
    ["no letter", "…"],
  ])("cannot be %s", (_, firstName) => {
    expect(fault({ firstName })).toEqual([["firstName", "Écrivez un nom avec des lettres."]]);
  });

  test("has an end", () => {
    expect(fault({ lastName: "a".repeat(81) })?.[0]?.[0]).toBe("lastName");
  });
});

describe("an address", () => {
  test.each([
    [" Elodie@Exemple.FR ", "Elodie@Exemple.FR"],
    ["ｅｌｏｄｉｅ＠exemple.fr", "elodie@exemple.fr"],
    ["prenom.nom+liste@sous.domaine.exemple.fr", "prenom.nom+liste@sous.domaine.exemple.fr"],
    ["élodie@exemple.fr", "élodie@exemple.fr"],
    ["a@xn--bcher-kva.example", "a@xn--bcher-kva.example"],
    ["a@mairie-de-lyon.fr", "a@mairie-de-lyon.fr"],
  ])("%j is kept as %j", (email, kept) => {
    expect(read({ email }).data?.email).toBe(kept);
  });

  test.each([
    "elodie",
    "elodie@exemple",
    "elodie@@exemple.fr",
    "elo die@exemple.fr",
    ".elodie@exemple.fr",
    "elodie.@exemple.fr",
    "elodie@exemple..fr",
    "elodie@-exemple.fr",
    "<elodie@exemple.fr>",
    "a@exemple.fr, b@exemple.fr",
    'a@exemple.fr\nBcc: "b"@exemple.fr',
    `"a@piege.example"@exemple.fr`,
  ])("%j is refused with an example", (email) => {
    expect(fault({ email })).toEqual([
      ["email", "Cette adresse ne semble pas complète. Elle s’écrit sous la forme prenom.nom@exemple.fr."],
    ]);
  });

  test("has an end, found quickly", () => {
    const started = performance.now();
    expect(fault({ email: `${"a".repeat(100_000)}@${"b.".repeat(50_000)}` })?.[0]?.[0]).toBe("email");
    expect(performance.now() - started).toBeLessThan(500);
  });
});

test("a profile is one of ours", () => {
  expect(fault({ profile: "king" })).toEqual([["profile", "Choisissez ce qui vous décrit le mieux."]]);
});
