import { expect, test } from "vitest";
import { DIGEST_KINDS, MAIL_KINDS } from "#lib/mail/schema";
import { templateFields, templateForm } from "#lib/mail/template-form";

const errors = (overrides: Record<string, string>) => {
  const typed = { id: "reminder-day", version: "0", subject: "Objet", body: "Texte", ...overrides };
  const parsed = templateForm.safeParse(typed);
  return Object.fromEntries((parsed.error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));
};

test("a text is kept under the names of its variables, on one line for the subject", () => {
  const typed = { id: "reminder-day", version: "3", subject: "{date}\n: c’est {titre de la séance}", body: "{prenom}" };
  expect(templateForm.parse(typed)).toMatchObject({
    subject: "{date} : c’est {title}",
    body: "{firstName}",
    version: 3,
  });
});

test("what is wrong is said beside its field", () => {
  expect(errors({})).toEqual({});
  expect(errors({ subject: " " })).toEqual({ subject: "Écrivez l’objet du message." });
  expect(errors({ body: "" })).toEqual({ body: "Écrivez le message." });
  expect(errors({ body: "Bonjour {prenon}" }).body).toMatch(/\{prenon\}.*n’existe pas.*\{prénom\}/);
  expect(errors({ body: "{lien vers le questionnaire}" }).body).toMatch(/n’a pas sa place dans ce message/);
  expect(errors({ subject: "{lien de connexion}" }).subject).toMatch(/n’a pas sa place dans cet objet/);
  expect(errors({ body: "[Ici](javascript:alert(1))" }).body).toMatch(/^Un lien mène à une adresse complète/);
  expect(errors({ body: "[Rejoindre]({lien de connexion})" })).toEqual({});
  expect(errors({ body: "Bonjour {prénom" }).body).toMatch(/accolade est seule/);
});

test.each(["", "autre", "survey.pas-un-identifiant", "constructor"])("an unknown target is refused: %s", (id) => {
  expect(errors({ id }).id).toBe("Ce message n’existe pas.");
});

test.each(MAIL_KINDS)("the form of %s says what can be written, in French", (kind) => {
  for (const { name, hint } of templateFields(kind)) {
    expect(hint).not.toMatch(/\{[a-z]+[A-Z]\w*\}|undefined|: \./);
    const sample = /\]\((\{[^}]+\})\)/.exec(hint ?? "")?.[1] ?? "";
    expect(errors({ id: kind, body: sample || "Texte" })).toEqual({});
    expect(sample !== "").toBe(name === "body");
    const toAMailbox = ["address-to-confirm", "dossier", ...DIGEST_KINDS].includes(kind);
    if (!toAMailbox) expect(hint).toContain("{prénom}");
  }
});
