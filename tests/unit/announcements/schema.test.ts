import { describe, expect, test } from "vitest";
import { filterWords } from "#lib/announcements/labels";
import { announcementForm } from "#lib/announcements/schema";

const ID = "0193a1d2-7b6a-7c3e-9f00-0123456789ab";
const typed = { id: ID, webinarId: ID, audiences: "confirmed", subject: "Objet", body: "Texte" };
const messages = (overrides: Record<string, unknown>) =>
  Object.fromEntries(
    (announcementForm.safeParse({ ...typed, ...overrides }).error?.issues ?? []).map(({ path, message }) => [
      String(path[0]),
      message,
    ]),
  );

describe("an announcement", () => {
  test("goes to nobody by accident", () => {
    expect(messages({})).toEqual({});
    expect(messages({ audiences: undefined }).audiences).toBe("Choisissez au moins un groupe de personnes.");
    expect(messages({ audiences: ["confirmed", "tous"] }).audiences).toBe("Ce choix n’existe pas.");
  });

  test("is only shown unless it is sent in so many words", () => {
    expect(announcementForm.parse(typed)).toMatchObject({ intent: "check", shown: "", presence: "all", profiles: [] });
  });

  test("says what is wrong with its braces", () => {
    expect(messages({ body: "{prenon}" }).body).toMatch(/n’existe pas/);
    expect(messages({ subject: "{lien personnel}" }).subject).toMatch(/n’a pas sa place/);
  });

  test("keeps the room of the session for those who have a seat", () => {
    expect(messages({ body: "{lien de connexion}" })).toEqual({});
    expect(messages({ body: "{lien de connexion}", audiences: ["confirmed", "waiting"] }).body).toMatch(
      /ont une place/,
    );
  });
});

test("a filter is told in words", () => {
  expect(filterWords({ audiences: ["confirmed"], profiles: [], presence: "all" })).toEqual([
    "Personnes inscrites",
    "Tous les profils",
  ]);
  expect(
    filterWords({ audiences: ["cancelled", "waiting"], profiles: ["association", "company"], presence: "absent" }),
  ).toEqual([
    "Inscriptions annulées, Liste d’attente",
    "Profils\u00A0: Association, Entreprise",
    "Sans présence relevée",
  ]);
});
