import { expect, test } from "vitest";
import { refusalReason } from "#lib/refusals/labels";

test.each([
  ["550 5.1.1 <a@exemple.fr>: Recipient address rejected: User unknown", "Cette adresse n’existe pas."],
  ["550-5.1.1 The email account that you tried to reach does not exist.", "Cette adresse n’existe pas."],
  ["550 No such user here", "Cette adresse n’existe pas."],
  ["552 5.2.2 Mailbox full", "Cette boîte est pleine."],
  ["452 4.2.2 The recipient's inbox is out of storage", "Cette boîte est pleine."],
  ["550 5.2.1 The email account is disabled", "Cette boîte est fermée."],
  ["550 5.1.2 Domain not found", "Ce nom de domaine n’existe pas, ou ne reçoit pas de courrier."],
  [
    "554 5.7.1 Service unavailable; blocked using zen.spamhaus.org",
    "Le serveur de cette personne refuse nos messages.",
  ],
  ["552 5.3.4 Message too large", "Le message est trop lourd pour cette boîte."],
  ["550 5.6.0 Bad content", "Le serveur de cette personne ne sait pas lire ce message."],
])("« %s » is told in French", (words, reason) => {
  expect(refusalReason(words)).toBe(reason);
});

test.each(["554 Transaction failed", "", null])("%s tells nothing sure", (words) => {
  expect(refusalReason(words)).toBeNull();
});
