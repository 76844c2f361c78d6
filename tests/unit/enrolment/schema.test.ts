import { describe, expect, test } from "vitest";
import { registrationSchema } from "#lib/enrolment/schema";
import { cancellationSchema, questionSchema } from "#lib/enrolment/seat/schema";
import { addedPerson } from "#lib/roster/additions/schema";
import { registrantListQuery } from "#lib/roster/schema";
import fc from "#tests/support/properties";

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

describe("what is written freely has an end", () => {
  const seat = { token: "t", webinar: "seance" };
  test.each([
    ["a question", 1000, (question: string) => read({ question })],
    ["a question that comes later", 1000, (question: string) => questionSchema.safeParse({ ...seat, question })],
    ["what would help", 500, (accessNeeds: string) => read({ accessNeeds })],
    ["a reason to cancel", 300, (reason: string) => cancellationSchema.safeParse({ ...seat, reason })],
    ["a structure", 200, (organisation: string) => read({ organisation })],
    ["a territory", 200, (territory: string) => read({ territory })],
  ])("%s: %d characters", (_, most, parse) => {
    expect(parse("é".repeat(most)).success).toBe(true);
    expect(parse("é".repeat(most + 1)).error?.issues[0]?.message).toMatch(`${most} caractères au plus`);
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
    ["J.-P.", "J.-P."],
    ["M.Dupont", "M.Dupont"],
    ["St.Pierre", "St.Pierre"],
    ["Dominique/Claude", "Dominique/Claude"],
    ["Anne.Marie/J.Paul", "Anne.Marie/J.Paul"],
    ["Jean.-Luc…", "Jean.-Luc…"],
    ["渡邉\u{E0101}", "渡邉\u{E0101}"],
    ["\u200Fمحمد\u200F", "محمد"],
    ["Élodie\u202Emoc", "Élodiemoc"],
    ["Ann\u00ADe\u200B\uFEFF", "Anne"],
  ])("%j is kept as %j", (typed, kept) => {
    expect(read({ firstName: typed, lastName: typed }).data).toMatchObject({ firstName: kept, lastName: kept });
  });

  test.each([
    "Gagnez https://piege.example",
    "www.piege.example",
    "moi@piege.example",
    "Gagnez sur piege.example/gain",
    "Gagnez sur piege2027.example",
    "Gagnez sur piege\u200D.\u200Cexample",
    "Gagnez sur piege\u200B.example",
    "Gagnez sur piege。example",
    "Gagnez sur bit.ly/x",
    "Gagnez sur t.co/x",
    "Casino.com!",
    "Ici/casino.PARIS",
    "Dupont\\piege",
    "Voir 192.168.1.10",
  ])("%j would send advertisement to a stranger", (firstName) => {
    expect(fault({ firstName })).toEqual([["firstName", "Un nom ne peut pas contenir d’adresse\u00A0: retirez-la."]]);
  });

  test.each([
    ["nothing that is seen", "\u200D\uFE0F"],
    ["what no alphabet has", "Élodie\uE000"],
    ["accents in a heap", `e${"\u0301\u0302".repeat(20)}`],
    ["no letter", "…"],
  ])("cannot be %s", (_, firstName) => {
    expect(fault({ firstName })).toEqual([["firstName", "Écrivez un nom avec des lettres."]]);
  });

  test.each(["\u200B", "\u3164", " \u00AD "])("of which nothing is seen is missing: %j", (firstName) => {
    expect(fault({ firstName })).toEqual([["firstName", "Indiquez votre prénom."]]);
  });

  const words = fc.constantFrom(
    "Jean",
    "Marie",
    "Nguyễn",
    "D’Arc",
    "O'Brien",
    "M.",
    "St.",
    "Müller",
    "محمد",
    "می\u200Cخواهم",
  );
  const real = fc.array(words, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(" "));

  test("made of real ones is kept as typed", () => {
    fc.assert(fc.property(real, (name) => read({ firstName: name }).data?.firstName === name));
  });

  test("never carries a host, wherever it stands", () => {
    const written = (name: string) => read({ lastName: name }).success;
    fc.assert(
      fc.property(
        real,
        fc.tuple(fc.domain(), fc.constantFrom("com", "fr", "Org", "paris", "рф")).map((labels) => labels.join(".")),
        (name, host) => !written(`${name} ${host}`) && !written(`${host} ${name}`),
      ),
    );
  });

  test("that is kept is read as it is written, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (typed) => {
        const kept = read({ lastName: `${typed}a` }).data?.lastName ?? "a";
        expect(kept).toMatch(/\p{L}/u);
        expect(kept).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B\p{Cc}]|\p{M}{6}/u);
      }),
    );
  });

  test("has an end", () => {
    expect(read({ lastName: "a".repeat(80) }).success).toBe(true);
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

  test("has 254 characters at most (RFC 5321)", () => {
    const address = (length: number) =>
      `${"a".repeat(length - 3 * 61 - "@".length - "fr".length)}@${`${"b".repeat(60)}.`.repeat(3)}fr`;
    expect([address(254).length, read({ email: address(254) }).success]).toEqual([254, true]);
    expect(fault({ email: address(255) })?.[0]?.[0]).toBe("email");
  });

  test("has an end", () => {
    expect(fault({ email: `${"a".repeat(100_000)}@${"b.".repeat(50_000)}` })?.[0]?.[0]).toBe("email");
  });
});

test("a profile is one of ours", () => {
  expect(fault({ profile: "king" })).toEqual([["profile", "Choisissez ce qui vous décrit le mieux."]]);
});

test("somebody whom the team adds is asked for in words that speak of them", () => {
  const { error } = addedPerson.safeParse({
    ...filled,
    webinarId: "018f5d3a-0000-7000-8000-000000000000",
    firstName: " ",
  });
  expect(error?.issues[0]?.message).toBe("Indiquez le prénom de la personne.");
});

test.each(["0", "-1", "1.5", "deux", "10001"])("the page %s of registrants is the first", (page) => {
  expect(registrantListQuery.parse({ page }).page).toBe(1);
});
