import { describe, expect, test } from "vitest";
import { peopleIn, readReportFile } from "#lib/attendance/reports/fields";
import { matchPeople } from "#lib/attendance/reports/rules";
import { readTable } from "#lib/csv/reading";

const read = (...lines: string[]) =>
  peopleIn(readTable(lines.join("\n"))).map(({ name, email, seconds }) => [name, email, seconds && seconds / 60]);

describe("a row that says itself that it does not count", () => {
  const ZOOM =
    "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Disclaimer Response,In Waiting Room";
  test("is no presence: who stayed in the waiting room is absent, and its minutes are nobody’s", () => {
    expect(
      read(
        ZOOM,
        "Anne Petit,anne.petit@exemple.org,11/28/2026 12:50:00 PM,11/28/2026 12:59:00 PM,9,Yes,,Yes",
        "Léa Marchand,lea.marchand@exemple.org,11/28/2026 12:50:00 PM,11/28/2026 12:58:00 PM,8,Yes,,Yes",
        "Léa Marchand,lea.marchand@exemple.org,11/28/2026 12:58:00 PM,11/28/2026 01:40:00 PM,42,Yes,OK,No",
      ),
    ).toEqual([["Léa Marchand", "lea.marchand@exemple.org", 42]]);
  });

  test.each([
    ["Dans la salle d’attente", "Oui", "Non"],
    ["En salle d'attente", "oui", ""],
    ["In waiting room", "TRUE", "FALSE"],
    ["Waiting Room", "1", "0"],
  ])("whatever the tool calls it: %s, %s", (heading, yes, no) => {
    expect(read(`Nom;Durée (minutes);${heading}`, `Anne Petit;9;${yes}`, `Léa Marchand;42;${no}`)).toEqual([
      ["Léa Marchand", null, 42],
    ]);
  });

  test.each([
    ["Attended", "No", "Yes"],
    ["A participé", "Non", "Oui"],
    ["Présence", "Absent", "Présent"],
    ["Présente", "Faux", "Vrai"],
  ])("nor is who did not come: %s, %s", (heading, no, yes) => {
    expect(read(`Nom;Email;${heading}`, `Anne Petit;a@exemple.org;${no}`, `Léa Marchand;l@exemple.org;${yes}`)).toEqual(
      [["Léa Marchand", "l@exemple.org", null]],
    );
  });
});

describe("the heads of other tools", () => {
  test("BigBlueButton: the time in the meeting, not that of speaking; votes without a name are nobody’s", () => {
    const heads = "Name,Moderator,Activity Score,Talk time,Webcam Time,Messages,Time in meeting,Join,Left";
    expect(
      read(
        heads,
        "Camille Durand,FALSE,5,00:07:00,00:50:00,3,01:00:00,1/21/27 12:58,1/21/27 13:58",
        "Sam Ouédraogo,TRUE,-,00:00:00,00:00:00,0,01:02:05,1/21/27 12:58,1/21/27 14:00",
        "Anonymous,-,-,-,-,-,-,-,-",
      ),
    ).toEqual([
      ["Camille Durand", null, 60],
      ["Sam Ouédraogo", null, 62 + 5 / 60],
    ]);
    expect(read("Nom,Temps de parole,Temps en réunion,Arrivée", "Camille Durand,00:05:00,00:40:00,12:58")).toEqual([
      ["Camille Durand", null, 40],
    ]);
  });

  test("Webex, whose rows each name the meeting, and whose cells may be formulas", () => {
    const heads =
      "Meeting Name\tMeeting Start Time\tMeeting End Time\tDisplay Name\tFirst Name\tLast Name\tRole\tAttendee Email\tJoin Time\tLeave Time\tAttendance Duration\tConnection Type";
    const row = (...cells: string[]) => ["Définir sa stratégie", "13:00", "14:00", ...cells].join("\t");
    expect(
      read(
        heads,
        row("Cam", "Camille", "Durand", "Attendee", "camille@exemple.fr", "13:01", "13:48", "47 mins", "Desktop"),
        row('="Élodie Martin"', "", "", "Attendee", "", "13:01", "14:03", "1 hr 2 mins", "Mobile"),
      ),
    ).toEqual([
      ["Camille Durand", "camille@exemple.fr", 47],
      ["Élodie Martin", null, 62],
    ]);
    expect(
      read(
        "Nom de la réunion;Nom d’affichage;Prénom;Nom;Adresse électronique du participant;Durée de présence",
        "Stratégie;Cam;Camille;Durand;camille@exemple.fr;47 min",
      ),
    ).toEqual([["Camille Durand", "camille@exemple.fr", 47]]);
  });

  test("Meet, GoTo and a column of seconds", () => {
    expect(
      read(
        "First name,Last name,Email,Duration,Time joined,Time exited",
        "Camille,Durand,c@exemple.fr,58 min,1:00 PM,2:00 PM",
      ),
    ).toEqual([["Camille Durand", "c@exemple.fr", 58]]);
    expect(read("Prénom;Nom;Email;Durée de présence (secondes)", "Camille;Durand;c@exemple.fr;2820")).toEqual([
      ["Camille Durand", "c@exemple.fr", 47],
    ]);
  });

  test("our own export brought back: the apostrophe that guards a cell is not a letter", () => {
    expect(read("Nom;Durée", "'-Martin Léa;12", "'Abdou O'Brien;13")).toEqual([
      ["-Martin Léa", null, 12],
      ["'Abdou O'Brien", null, 13],
    ]);
  });
});

describe("a name and the one in its parentheses", () => {
  const registrant = (id: string, firstName: string, lastName: string) => ({
    id,
    firstName,
    lastName,
    email: `${id}@exemple.fr`,
  });
  const known = [
    registrant("karim", "Karim", "Haddad"),
    registrant("jm", "Jean-Marc", "Petit"),
    registrant("oyvind", "Oyvind", "Sorensen"),
    registrant("elle", "Elle", "Martin"),
  ];
  const match = (name: string) => matchPeople([{ name, email: null, seconds: null }], known)[0];

  test.each([
    ["Mairie de X (Karim Haddad)", "karim"],
    ["Karim Haddad (Mairie de X)", "karim"],
    ["HADDAD Karim (Invité) (elle)", "karim"],
    ["Jean-Marc (Jean-Marc Petit)", "jm"],
    ["Jean-Marc (Petit)", "jm"],
    ["Øyvind Sørensen", "oyvind"],
    ["Mairie (Øyvind Sørensen) (Externe)", "oyvind"],
  ])("%s is %s", (name, registrationId) => expect(match(name)).toEqual({ by: "name", registrationId }));

  test("both known is a doubt between both; a mark is nobody", () => {
    expect(match("Karim Haddad (Jean-Marc Petit)")).toMatchObject({ by: "doubt", candidates: { length: 2 } });
    expect(match("iPad (elle)")).toEqual({ by: "nothing" });
  });

  test("two people behind one name on screen stay two", () => {
    expect(
      read("Nom (nom original);Durée", "Mairie de X (Karim Haddad);10", "Mairie de X (Jean-Marc Petit);20"),
    ).toEqual([
      ["Mairie de X (Karim Haddad)", null, 10],
      ["Mairie de X (Jean-Marc Petit)", null, 20],
    ]);
  });
});

describe("a file", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  test("loses the signs that no column takes", () => {
    expect(readReportFile(bytes("Nom,Durée\nNo\u0000é\u001B Le Bris,12\n"))).toEqual({
      ok: true,
      people: [{ name: "Noé Le Bris", email: null, seconds: 720 }],
    });
  });

  test("has so many lines at most, and so many people", () => {
    expect(readReportFile(bytes("\n".repeat(20_000)))).toEqual({ ok: false, reason: "exhausted" });
    const crowd = Array.from({ length: 1_001 }, (_, index) => `Nom${index} X,1`).join("\n");
    expect(readReportFile(bytes(`Nom,Durée\n${crowd}`))).toEqual({ ok: false, reason: "crowded" });
  });
});
