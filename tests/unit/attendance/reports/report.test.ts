import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { peopleIn } from "#lib/attendance/reports/fields";
import { attendanceMinutes, mergePeople, secondsIn } from "#lib/attendance/reports/rules";
import type { ReportedPerson } from "#lib/attendance/reports/schema";
import { readTable } from "#lib/csv/reading";
import { decoded } from "#lib/files/decoding/rules";
import fc from "#tests/support/properties";

const sample = (name: string) => readFileSync(path.join(import.meta.dirname, "samples", name), "utf8");
const read = (text: string) =>
  peopleIn(readTable(text)).map(({ name, email, seconds }) => [name, email, seconds && seconds / 60]);

const CAMILLE = ["Camille Durand", "camille.durand@exemple.fr"];
const TEAM = ["Équipe du portail", "equipe@exemple.fr"];

describe("a report", () => {
  test.each([
    [
      "zoom-english.csv",
      [
        [...TEAM, 79],
        [...CAMILLE, 47],
        ["MARTIN Élodie (Invité)", null, 62],
        ["iPad de Sam", null, 28],
      ],
    ],
    [
      "zoom-francais.csv",
      [
        ["Camille Durand (Mairie de Trifouilly)", CAMILLE[1], 47],
        ["Le Goff; Anne-Lise", null, 58],
      ],
    ],
    [
      "zoom-new.csv",
      [
        [...CAMILLE, 47],
        ["Élodie Martin", null, 62],
      ],
    ],
    [
      "zoom-webinar.csv",
      [
        [...TEAM, 79],
        [...CAMILLE, 47],
      ],
    ],
    [
      "teams-english.tsv",
      [
        [...TEAM, 78 + 34 / 60],
        [...CAMILLE, 47.2],
        ["MARTIN Élodie (Guest)", null, 62],
      ],
    ],
    [
      "teams-francais.tsv",
      [
        [...CAMILLE, 47.2],
        ["MARTIN Élodie (invité)", null, 62.05],
      ],
    ],
    [
      "teams-old.tsv",
      [
        ["Camille Durand", null, null],
        ["Élodie Martin", null, null],
      ],
    ],
  ])("%s: the participants and their length, whatever stands around", (name, people) => {
    expect(read(sample(name))).toEqual(people);
  });

  test.each(["", "Bonjour", "a,b\nc,d", "Nom;Âge\nCamille;12", "\u0000\u0001", '"jamais fermé'])("%j is none", (text) =>
    expect(read(text)).toEqual([]),
  );
});

test("a word alone is a title, and ends what stands above it", () => {
  expect(read("Nom,Durée\nCamille Durand,12\nIntervenants\nÉquipe,60\n")).toEqual([["Camille Durand", null, 12]]);
});

describe("the encoding of a file", () => {
  const words = "Nom\tDurée\r\nÉlodie Œuvrard\t47 min\r\n";
  const utf16 = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
  test.each([
    ["UTF-8", new TextEncoder().encode(words)],
    ["UTF-8 with its mark", new TextEncoder().encode(`\uFEFF${words}`)],
    ["UTF-16 with its mark (Teams)", utf16(`\uFEFF${words}`)],
    ["UTF-16 without it", utf16(words)],
    ["UTF-16 the other way round", new Uint8Array(Buffer.from(`\uFEFF${words}`, "utf16le").swap16())],
    ["Windows-1252 (Excel)", new Uint8Array(Buffer.from(words.replace("Œ", "\u008C"), "latin1"))],
  ])("%s is found out", (_, bytes) => expect(decoded(bytes)).toBe(words));
});

describe("a table", () => {
  const cell = fc.string({ maxLength: 12 }).map((text) => text.replace(/["\r\n]/g, "").trim());
  test.each([",", ";", "\t"])("separated by %j is read back, whatever its cells hold", (separator) => {
    const rows = fc.array(
      fc.tuple(cell, cell, cell).filter((row) => row.some(Boolean)),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(rows, (table) => {
        const text = table.map((row) => row.map((one) => `"${one}"`).join(separator)).join("\r\n");
        expect(readTable(text)).toEqual(table);
      }),
    );
  });
});

describe("a length", () => {
  test.each([
    ["47", 47 * 60],
    ["47,5", 2850],
    ["47 min 12 s", 2832],
    ["47m 12s", 2832],
    ["1h 3m 2s", 3782],
    ["1 h 03", 3780],
    ["1\u00A0h\u00A003\u00A0min", 3780],
    ["00:47:12", 2832],
    ["1 heure 2 minutes", 3720],
    ["2 hours", 7200],
    ["0", 0],
    ["", null],
    ["--", null],
    ["1/21/27, 12:58:00 PM", null],
  ])("%j", (text, seconds) => expect(secondsIn(text, 60)).toBe(seconds));

  test("written by any report is read back", () => {
    const part = fc.integer({ min: 0, max: 59 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), part, part, (h, m, s) => {
        const seconds = h * 3600 + m * 60 + s;
        for (const text of [
          `${h}h ${m}m ${s}s`,
          `${h} h ${m} min ${s} s`,
          `0${h}:${String(m).padStart(2, "0")}:${String(s).padStart(2, "0")}`,
        ])
          expect(secondsIn(text, 60)).toBe(seconds);
      }),
    );
  });

  test("in minutes is the session's at most, a minute at least", () => {
    expect(attendanceMinutes(2832, 60)).toBe(47);
    expect(attendanceMinutes(9000, 60)).toBe(60);
    expect(attendanceMinutes(10, 60)).toBe(1);
    expect(attendanceMinutes(null, 60)).toBeNull();
  });
});

describe("one person in several rows", () => {
  const row = (name: string, email: string | null, seconds: number | null): ReportedPerson => ({
    name,
    email,
    seconds,
  });

  test("is summed by address, then by name; a row without an address joins the only address that bears the name", () => {
    expect(
      mergePeople([
        row("Camille Durand", "c@exemple.fr", 60),
        row("Cam", "C@Exemple.fr ", 30),
        row("DURAND Camille (invité)", null, 10),
        row("Élodie Martin", null, null),
        row("martin elodie", null, 5),
      ]),
    ).toEqual([row("Camille Durand", "c@exemple.fr", 100), row("Élodie Martin", null, 5)]);
  });

  test("is not guessed between two addresses with one name", () => {
    const rows = [row("A Bé", "a@exemple.fr", 1), row("A Bé", "b@exemple.fr", 2), row("Bé A", null, 4)];
    expect(mergePeople(rows)).toEqual(rows);
  });

  test("no second is lost nor made, no address comes twice, none is lost", () => {
    const anyone = fc.record({
      name: fc.constantFrom("Camille Durand", "DURAND Camille", "Élodie Martin", "Sam", "📱"),
      email: fc.option(fc.constantFrom("c@exemple.fr", "C@exemple.fr", "e@exemple.fr"), { nil: null }),
      seconds: fc.integer({ min: 0, max: 4000 }),
    });
    const sum = (people: ReportedPerson[]) => people.reduce((total, { seconds }) => total + (seconds ?? 0), 0);
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 20 }), (rows) => {
        const people = mergePeople(rows);
        expect(sum(people)).toBe(sum(rows));
        const addresses = (some: ReportedPerson[]) => some.flatMap(({ email }) => email?.toLowerCase() ?? []).sort();
        expect(addresses(people)).toEqual([...new Set(addresses(rows))]);
      }),
    );
  });
});

describe("what is too long for what it stands for", () => {
  const word = (length: number) => "x".repeat(length);
  const named = (heads: string[]) => peopleIn([heads, heads.map((head) => (head === "Nom" ? "Camille Durand" : "12"))]);

  test("makes a row that names no column", () => {
    expect(named(["Nom", "Durée", word(120)])).toHaveLength(1);
    expect(named(["Nom", "Durée", word(121)])).toEqual([]);
  });

  test("is not read: the columns after two hundred", () => {
    const heads = (before: number) => ["Nom", ...Array.from({ length: before }, () => "Salle"), "Durée"];
    expect(named(heads(198))).toHaveLength(1);
    expect(named(heads(199))).toEqual([]);
  });

  test("is cut: a name, an address", () => {
    const [person] = peopleIn([
      ["Nom", "Email", "Durée"],
      [word(300), `a@${word(300)}`, "1"],
    ]);
    expect(person).toMatchObject({ name: word(200), email: `a@${word(198)}` });
  });

  test("is no length", () => {
    expect(secondsIn(`${"0".repeat(59)}1`, 60)).toBe(60);
    expect(secondsIn(`${"0".repeat(60)}1`, 60)).toBeNull();
  });

  test("is told apart by its first twenty words", () => {
    const named = (words: number, last: string) => ({
      name: [..."abcdefghijklmnopqrstuvwxyz".slice(0, words - 1), last].join(" "),
      email: null,
      seconds: 1,
    });
    expect(mergePeople([named(20, "un"), named(20, "deux")])).toHaveLength(2);
    expect(mergePeople([named(21, "un"), named(21, "deux")])).toHaveLength(1);
  });
});
