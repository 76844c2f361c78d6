import { describe, expect, test } from "vitest";
import { registrationFormSchema } from "#lib/enrolment/schema";
import { likelyAddress } from "#lib/people/addresses/rules";

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
