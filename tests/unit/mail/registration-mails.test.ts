import { describe, expect, test } from "vitest";
import { registrationMail } from "#lib/mail/registration-mails";
import { MAIL_KINDS } from "#lib/mail/schema";
import { mailTemplates } from "#lib/mail/templates";
import { AT } from "#tests/support/clock";

const TOKEN = "t".repeat(43);
const session = {
  slug: "evaluer-2027",
  title: "Évaluer l'impact",
  summary: "Une séance.",
  startsAt: new Date("2027-01-21T12:00:00Z"),
  durationMinutes: 60,
  cancelledAt: null,
};
const entry = { session, id: "registration", sequence: 0, registered: true };
const person = { firstName: "Élodie", email: "elodie@exemple.fr", token: TOKEN };
const write = (kind: (typeof MAIL_KINDS)[number]) => registrationMail(kind, entry, person, AT);

test("every kind has its text", async () => {
  expect(Object.keys(await mailTemplates()).sort()).toEqual([...MAIL_KINDS].sort());
});

describe.each(MAIL_KINDS)("%s", (kind) => {
  test("begins its subject with the date, and says day and hour of Paris in both forms", async () => {
    const { subject, text, html } = await write(kind);
    expect(subject).toMatch(/^21 janvier 2027, 13\u00A0h\u202F–\u202F14\u00A0h\u00A0: /);
    for (const form of [text, html]) {
      expect(form).toContain("jeudi 21 janvier 2027, 13\u00A0h\u202F–\u202F14\u00A0h (heure de Paris)");
      expect(form).toContain("Évaluer l’impact");
      expect(form).not.toMatch(/\{\w*\}|undefined|null/);
    }
  });

  test("greets the person, and writes to that address only", async () => {
    const { to, text } = await write(kind);
    expect(to).toBe("elodie@exemple.fr");
    expect(text).toMatch(/^Bonjour Élodie,\n/);
  });
});

describe.each(["registration-confirmed", "registration-already"] as const)("%s", (kind) => {
  test("says how to join, how to cancel, and carries the invitation", async () => {
    const { text, calendar } = await write(kind);
    expect(text).toContain("le lien de connexion à cette adresse avant la séance");
    expect(text).toContain(`https://portail.example/inscriptions/${TOKEN}`);
    expect(text).toContain("https://portail.example/webinaires/evaluer-2027");
    expect(calendar?.method).toBe("REQUEST");
    expect(calendar?.content).not.toContain(TOKEN);
  });
});

test("the message that confirms a cancellation withdraws the invitation and opens no personal page", async () => {
  const { text, calendar } = await registrationMail(
    "registration-cancelled",
    entry,
    { ...person, token: undefined },
    AT,
  );
  expect(calendar?.method).toBe("CANCEL");
  expect(text).not.toContain("/inscriptions/");
});

test("the message that asks the owner carries a link and no calendar", async () => {
  const { text, calendar } = await write("cancellation-to-confirm");
  expect(text).toContain(TOKEN);
  expect(calendar).toBeUndefined();
});
