import { expect, test } from "vitest";
import { signatureOf } from "#lib/mail/signature";

const SITE_URL = "https://portail.example";

test("who writes, from which site, and that nobody reads the answers", () => {
  expect(signatureOf({ SITE_URL })).toBe(
    "L’équipe du portail «\u202FL’innovation territoriale en actions\u202F!\u202F», [portail.example](https://portail.example). Personne ne lit les réponses à ce message.",
  );
});

test("that a human reads them, once there is one", () => {
  expect(signatureOf({ SITE_URL, MAIL_REPLY_TO: "equipe@exemple.fr" })).toMatch(
    /Répondez à ce message.*l’équipe vous lit\.$/,
  );
});

test("where to write, when nobody reads the answers and the team has an address", () => {
  expect(signatureOf({ SITE_URL, CONTACT_EMAIL: "equipe@exemple.fr" })).toMatch(
    /à ce message\u00A0: écrivez-nous à equipe@exemple\.fr\.$/,
  );
});
