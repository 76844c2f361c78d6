import { describe, expect, test } from "vitest";
import { addressSchema } from "#lib/address-changes/schema";
import { linksSchema } from "#lib/enrolment/person/schema";
import { registrationFormSchema } from "#lib/enrolment/schema";
import { likelyAddress, maskedAddress } from "#lib/people/addresses/rules";

describe("the address that was probably meant", () => {
  test.each([
    ["a@gmial.com", "a@gmail.com"],
    ["a@gmai.com", "a@gmail.com"],
    ["a@gmail.con", "a@gmail.com"],
    ["a@gmail.fr", "a@gmail.com"],
    ["a@orange.f", "a@orange.fr"],
    ["a@wanado.fr", "a@wanadoo.fr"],
    ["A.B@Hotmial.fr", "A.B@hotmail.fr"],
    ["a@laposte.nett", "a@laposte.net"],
    ["a@gmial.con", "a@gmail.com"],
    ["a@gmailcom", "a@gmail.com"],
    ["a@yahoo.frr", "a@yahoo.fr"],
    ["a@wanadooo.fr", "a@wanadoo.fr"],
    ["a@mairie-exemple.con", "a@mairie-exemple.com"],
    ["a@mairie-exemple.cmo", "a@mairie-exemple.com"],
    ["a@mairie-exemple.f", "a@mairie-exemple.fr"],
    ["a@asso.exemple.ogr", "a@asso.exemple.org"],
  ])("of %s is %s", (typed, meant) => expect(likelyAddress(typed)).toBe(meant));

  test.each([
    "a@gmail.com",
    "a@mail.com",
    "a@ymail.com",
    "a@orange.sn",
    "a@yahoo.ca",
    "a@outlook.be",
    "a@mairie-de-lyon.fr",
    "a@exemple.fr",
    "a@exemple.co",
    "a@exemple.cm",
    "a@exemple.gr",
    "a@exemple.paris",
    "a@mairie-évry.fr",
    "@gmial.com",
    "gmial.com",
    "",
  ])("of %s is itself", (typed) => expect(likelyAddress(typed)).toBeNull());
});

describe("a doubtful address", () => {
  const filled = {
    firstName: "Élodie",
    lastName: "D’Arc",
    email: "elodie@gmial.com",
    profile: "citizen",
    webinar: "x",
  };
  const faults = (fields: Record<string, string>) =>
    registrationFormSchema
      .safeParse({ ...filled, ...fields })
      .error?.issues.map(({ path, message }) => [path[0], message]) ?? [];
  const doubt = [
    "email",
    "Vouliez-vous dire elodie@gmail.com\u202F? Corrigez, ou envoyez de nouveau si l’adresse est juste.",
  ];

  test("is doubted once: sent again, it is right", () => {
    expect(faults({})).toEqual([doubt]);
    expect(faults({ doubted: "elodie@gmial.com" })).toEqual([]);
    expect(faults({ doubted: "autre@gmial.com" })).toEqual([doubt]);
  });

  test("is doubted with the other faults, not after them", () => {
    expect(faults({ firstName: "" })).toEqual([["firstName", "Indiquez votre prénom."], doubt]);
  });

  test("that cannot be written to is proposed otherwise, never accepted", () => {
    const fault = ["email", "Vouliez-vous dire elodie@orange.fr\u202F?"];
    expect(faults({ email: "elodie@orange.f" })).toEqual([fault]);
    expect(faults({ email: "elodie@orange.f", doubted: "elodie@orange.f" })).toEqual([fault]);
  });
});

test.each([
  ["where links are asked for", linksSchema],
  ["where it changes", addressSchema],
] as const)("a slip is caught %s, once", (_, schema) => {
  const typed = { token: "x", email: "elodie@exemple.con" };
  expect(schema.safeParse(typed).error?.issues[0]?.message).toContain("elodie@exemple.com");
  expect(schema.safeParse({ ...typed, doubted: typed.email }).success).toBe(true);
});

test.each([
  ["elodie.martin@gmali.con", "e•••@g•••i.con"],
  ["é@sfr.fr", "é•••@s•••.fr"],
  ["contact@mairie.exemple.fr", "c•••@m•••e.exemple.fr"],
])("%s masked shows the ends of its host and one letter", (email, shown) => {
  expect(maskedAddress(email)).toBe(shown);
});
