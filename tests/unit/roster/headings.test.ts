import { describe, expect, test } from "vitest";
import { headingOf } from "#lib/csv/headings";
import { csvFile } from "#lib/csv/writing";
import { lineWords, readPeople } from "#lib/roster/additions/fields";

const people = (list: string) =>
  readPeople(list, "citizen").lines.map((line) =>
    "person" in line ? [line.person.firstName, line.person.lastName, line.person.email] : line.refusal,
  );
const LEA = ["Léa", "Marchand", "lea@exemple.org"];

describe("the headings that tools write", () => {
  test.each([
    ["Nom;Prénom;Mail", "Marchand;Léa;lea@exemple.org"],
    ["NOM;PRENOM;Adresse mail;Structure", "Marchand;Léa;lea@exemple.org;Mairie"],
    ["Horodateur;Adresse e-mail;Nom et prénom;Votre structure", "28/11/2026 12:00;lea@exemple.org;Marchand Léa;Mairie"],
    [
      "ID;Heure de début;Heure de fin;Adresse de messagerie;Nom;Quel est votre prénom ?",
      "1;12:00;12:01;lea@exemple.org;Marchand;Léa",
    ],
    [
      "Numéro;Soumis le;Adresse IP;Nom d'utilisateur;Votre nom *;Votre prénom *;Courriel (obligatoire)",
      "1;28/11;127.0.0.1;lmarchand;Marchand;Léa;lea@exemple.org",
    ],
    [
      "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Nickname,Organization Name,Organization Title,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Value",
      "Léa,Anne,Marchand,,Mme,Lélé,Mairie,Maire,* Work,lea@exemple.org,0102030405",
    ],
    ["Name,Given Name,Additional Name,Family Name,E-mail 1 - Value", "Léa M,Léa,,Marchand,lea@exemple.org"],
    [
      "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name",
      "Léa,Marchand,Léa M,,lea@exemple.org,autre@exemple.org,",
    ],
    [
      "Prénom,Nom de famille,Nom à afficher,Surnom,Première adresse électronique,Adresse électronique secondaire",
      "Léa,Marchand,Léa M,,lea@exemple.org,autre@exemple.org",
    ],
    ["Titre,Prénom,Nom,Société,Service,Rue (bureau),Adresse de messagerie", "Mme,Léa,Marchand,X,,,lea@exemple.org"],
    ["Participant;E-mail du participant", "Léa Marchand;lea@exemple.org"],
    ["Prénom de l’inscrit·e;Nom de l’inscrit·e;Mél pro", "Léa;Marchand;lea@exemple.org"],
    ["Souhaitez-vous recevoir des mails ?;Mail;Nom;Prénom", "Oui;lea@exemple.org;Marchand;Léa"],
    ["Quelle est votre adresse mail pour recevoir le lien ?;Nom;Prénom", "lea@exemple.org;Marchand;Léa"],
    ["first_name;last_name;email_address", "Léa;Marchand;lea@exemple.org"],
    ["Prénom;Nom de naissance;Nom d’usage;Email", "Léa;Petit;Marchand;lea@exemple.org"],
  ])("%s", (headings, line) => expect(people(`${headings}\n${line}`)).toEqual([LEA]));

  test.each([
    "Adresse postale",
    "Adresse IP",
    "Nom de la réunion",
    "Nom de l’événement",
    "Complet",
    "Deuxième prénom",
    "Phonetic Last Name",
    "Participants",
    "Téléphone",
    "Invité",
    "N".repeat(500),
  ])("%s is about no person", (heading) => expect(headingOf(heading)).toBeNull());
});

describe("a ticket office, where somebody pays for others", () => {
  const HEADINGS = "Numéro de billet;Nom participant;Prénom participant;Nom payeur;Prénom payeur;Email payeur;Tarif";
  const read = (list: string) =>
    readPeople(list, "citizen").lines.map((line) => ("person" in line ? lineWords(line) : line.refusal));

  test("the participant is registered, with the payer’s address, and it is said", () => {
    expect(read(`${HEADINGS}\n12;Marchand;Léa;Petit;Anne;anne@exemple.org;10`)).toEqual([
      "Léa Marchand, anne@exemple.org, Habitante ou habitant (adresse du payeur)",
    ]);
  });

  test.each([
    "Nom de l’acheteur;Prénom de l’acheteur;E-mail de l’acheteur;Nom du participant;Prénom du participant",
    "Buyer last name;Buyer first name;Buyer email;Last name;First name",
    "Nom (facturation);Prénom (facturation);Courriel (facturation);Nom;Prénom",
  ])("whatever the words: %s", (headings) => {
    expect(read(`${headings}\nPetit;Anne;anne@exemple.org;Marchand;Léa`)).toEqual([
      "Léa Marchand, anne@exemple.org, Habitante ou habitant (adresse du payeur)",
    ]);
  });

  test("an address of their own comes first; who buys for themselves is no doubt", () => {
    expect(read(`${HEADINGS};Email\n12;Marchand;Léa;Petit;Anne;anne@exemple.org;10;lea@exemple.org`)).toEqual([
      "Léa Marchand, lea@exemple.org, Habitante ou habitant",
    ]);
    expect(read("Nom payeur;Prénom payeur;Email payeur\nPetit;Anne;anne@exemple.org")).toEqual([
      "Anne Petit, anne@exemple.org, Habitante ou habitant",
    ]);
  });

  test("one payer of two seats has one of them", () => {
    expect(
      read(`${HEADINGS}\n12;Marchand;Léa;Petit;Anne;anne@exemple.org;10\n13;Petit;Anne;Petit;Anne;anne@exemple.org;10`),
    ).toEqual([expect.stringMatching(/payeur/), expect.stringMatching(/déjà/)]);
  });
});

test("what our files guard comes back as it was, and nothing else loses an apostrophe", () => {
  const rows = [
    ["Prénom", "Nom", "Email", "Organisation"],
    ["Léa", "-Martin", "lea@exemple.org", "+Impact"],
    ["Tom", "=Un", "tom@exemple.org", "@Lieu"],
    ["Noé", "'s Gravesande", "noe@exemple.org", "'Atelier'"],
  ];
  const { lines } = readPeople(csvFile(rows, "standard"), "citizen");
  expect(lines.map((line) => "person" in line && [line.person.lastName, line.person.organisation])).toEqual([
    ["-Martin", "+Impact"],
    ["=Un", "@Lieu"],
    ["'s Gravesande", "'Atelier'"],
  ]);
});

test("a heading too long to be one names no column", () => {
  const padded = (length: number) => `email ${"x".repeat(length - "email ".length)}`;
  expect(headingOf(padded(120))).toMatchObject({ field: "email" });
  expect(headingOf(padded(121))).toBeNull();
});
