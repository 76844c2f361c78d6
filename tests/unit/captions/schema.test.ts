import { describe, expect, test } from "vitest";
import { areCaptions } from "#lib/captions/rules";
import { readCaptions } from "#lib/captions/schema";
import { webinarEdit } from "#lib/webinars/schema";
import fc from "#tests/support/properties";

const read = async (text: string) => {
  const outcome = await readCaptions(text);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.transcript;
};
const file = (...blocks: string[]) => ["WEBVTT", ...blocks].join("\n\n");
/** A subtitle of a second. */
const cue = (second: number, text: string) =>
  `00:00:${String(second).padStart(2, "0")}.000 --> 00:00:${String(second + 1).padStart(2, "0")}.000\n${text}`;

describe("subtitles as they are exported", () => {
  test("by Zoom: the speaker before the words", async () => {
    const zoom = file(
      "1\n00:00:02.510 --> 00:00:04.100\nAda Martin: Bonjour à toutes & tous.",
      "2\n00:00:04.900 --> 00:00:09.000\nAda Martin: Il est 13:00, on commence.",
      "3\n00:00:09.400 --> 00:00:12.000\nLou Petit (Mairie): Merci : une question.",
      "4\n00:00:12.000 --> 00:00:13.000\nElle est simple.",
    );
    expect(await read(zoom)).toBe(
      "[00:00:02] **Ada Martin :** Bonjour à toutes & tous. Il est 13:00, on commence.\n\n[00:00:09] **Lou Petit (Mairie) :** Merci : une question. Elle est simple.",
    );
  });

  test("by Teams: a voice, lines, and notes beside", async () => {
    const teams = file(
      'NOTE duration:"00:45:12.3450000"',
      "NOTE language:fr-fr",
      "5b2e-1/12-0\n00:00:03.966 --> 00:00:08.206\n<v Ada Martin>Bonjour &amp; bienvenue\nà tous.</v>",
      "5b2e-1/13-1\n00:00:08.206 --> 00:00:10.000\n<v Lou Petit>Merci <i>Ada</i>.</v>\n<v Ada Martin>De rien.</v>",
    );
    expect(await read(teams)).toBe(
      "[00:00:03] **Ada Martin :** Bonjour & bienvenue à tous.\n\n[00:00:08] **Lou Petit :** Merci Ada.\n\n[00:00:08] **Ada Martin :** De rien.",
    );
  });

  test("by YouTube: lines that come back, words that light up", async () => {
    const tube = [
      "WEBVTT\nKind: captions\nLanguage: fr",
      "00:00:00.160 --> 00:00:03.270 align:start position:0%\n \nbonjour<00:00:00.240><c> à</c><00:00:00.640><c> tous</c>",
      "00:00:03.270 --> 00:00:03.280 align:start position:0%\nbonjour à tous\n ",
      "00:00:03.280 --> 00:00:06.000 align:start position:0%\nbonjour à tous\net<00:00:04.000><c> merci</c>",
    ].join("\n\n");
    expect(await read(tube)).toBe("[00:00:00] bonjour à tous et merci");
  });

  test("as SRT: numbers, commas, hours, styles", async () => {
    const srt =
      '1\n01:02:03,500 --> 01:02:05,000\n<font color="#fff">Bonjour</font>\n\n2\n10:00:00,000 --> 10:00:01,000\nEncore là ?';
    expect(await read(srt)).toBe("[01:02:03] Bonjour\n\n[10:00:00] Encore là ?");
  });

  test("without hours, with a title, a style and names of cues", async () => {
    expect(
      await read("WEBVTT - Titre\n\nSTYLE\n::cue { color: red }\n\nintro\n00:05.000 --> 00:06.000 line:90%\nBonjour."),
    ).toBe("[00:00:05] Bonjour.");
  });

  test("in disorder", async () => {
    expect(await read(file(cue(10, "Après."), cue(1, "Avant.")))).toBe("[00:00:01] Avant.\n\n[00:00:10] Après.");
  });
});

describe("a paragraph", () => {
  test("begins after a silence of more than two seconds", async () => {
    expect(await read(file(cue(1, "Un."), cue(4, "Deux.")))).toBe("[00:00:01] Un. Deux.");
    const late = "00:04.001 --> 00:05.000\nDeux.";
    expect(await read(file(cue(1, "Un."), late))).toBe("[00:00:01] Un.\n\n[00:00:04] Deux.");
  });

  test("ends with a sentence once it is long, and with any subtitle once it is twice as long", async () => {
    const words = (count: number) => Array.from({ length: count }, () => "mot").join(" ");
    const paragraphs = async (...texts: string[]) =>
      (await read(file(...texts.map((text, index) => cue(index, text))))).split("\n\n").length;
    expect(await paragraphs(`${words(59)}.`, "Suite.")).toBe(1);
    expect(await paragraphs(`${words(60)}.`, "Suite.")).toBe(2);
    expect(await paragraphs(words(119), "suite")).toBe(1);
    expect(await paragraphs(words(120), "suite")).toBe(2);
  });

  test("names who speaks when it is someone else", async () => {
    const speech = file(cue(1, "<v Ada>Un."), cue(10, "<v Ada>Deux."), cue(11, "<v Lou>Trois."));
    expect(await read(speech)).toBe("[00:00:01] **Ada :** Un.\n\n[00:00:10] Deux.\n\n[00:00:11] **Lou :** Trois.");
  });

  test("keeps words that only look like a name", async () => {
    const speech = file(cue(1, "Attention : un piège."), cue(2, "Rien."), cue(3, "Rien de plus."));
    expect(await read(speech)).toBe("[00:00:01] Attention : un piège. Rien. Rien de plus.");
  });

  test("keeps what is truly said twice", async () => {
    expect(await read(file(cue(1, "Oui."), cue(2, "Oui.")))).toBe("[00:00:01] Oui. Oui.");
    expect(await read(file(cue(1, "Oui."), cue(3, "Oui.\nMerci.")))).toBe("[00:00:01] Oui. Oui. Merci.");
    expect(await read(file(cue(1, "<v Ada>Oui."), cue(2, "<v Lou>Oui.\nMerci.")))).toContain("**Lou :** Oui. Merci.");
  });

  test("means what is said, whatever Markdown thinks of it", async () => {
    expect(await read(file(cue(1, "2 * 3 < 7, *_`[ici](https://piege.example) [Musique]")))).toBe(
      "[00:00:01] 2 \\* 3 \\< 7, \\*\\_\\`[ici\\](https://piege.example) [Musique]",
    );
  });
});

describe("a file that is not as it should be", () => {
  const reading = async (text: string) => {
    const outcome = await readCaptions(text);
    if (!outcome.ok) throw new Error(outcome.reason);
    const { cues, words } = outcome;
    return [outcome.transcript, `${cues.kept}/${cues.of}`, `${words.kept}/${words.of}`];
  };

  test.each([
    [
      "an empty line inside a subtitle, and signs of place",
      '1\n00:00:01,000 --> 00:00:03,000\n{\\an8}<font color="#fff">Première ligne\n\nSuite après une ligne vide</font>\n\n2\n00:00:05,000 --> 00:00:07,000\nFin.',
      ["[00:00:01] Première ligne Suite après une ligne vide Fin.", "2/2", "8/8"],
    ],
    [
      "several empty lines, one of spaces",
      file(`${cue(1, "Un")}\n\n \n\nsuite`, cue(3, "fin.")),
      ["[00:00:01] Un suite fin.", "2/2", "3/3"],
    ],
    [
      "no empty line at all",
      "1\n00:00:01,000 --> 00:00:02,000\nUn.\n2026\n2\n00:00:02,000 --> 00:00:03,000\nDeux.\n3\n00:00:03,000 --> 00:00:04,000\nTrois.",
      ["[00:00:01] Un. 2026 Deux. Trois.", "3/3", "4/4"],
    ],
    ["lost empty lines", `WEBVTT\n\n${cue(1, "Un.")}\n${cue(2, "Deux.")}`, ["[00:00:01] Un. Deux.", "2/2", "2/2"]],
    ["a blank before the words", file("00:00:01.000 --> 00:00:02.000\n\nUn."), ["[00:00:01] Un.", "1/1", "1/1"]],
    [
      "times with a point in SRT, without thousandths, with one figure, spaces or none",
      "1\n0:00:01.5 --> 0:00:02\nUn.\n\n2\n 00:00:02,000-->00:00:03,000 \nDeux.\n\n3\n00:00:03 --> 00:00:04\nTrois.",
      ["[00:00:01] Un. Deux. Trois.", "3/3", "3/3"],
    ],
    ["an end before its start", file("00:04.000 --> 00:02.000\nUn."), ["[00:00:04] Un.", "1/1", "1/1"]],
    ["no end", file(cue(1, "Un."), "00:02.000 -->\nDeux."), ["[00:00:01] Un. Deux.", "2/2", "2/2"]],
    [
      "notes, styles and names of cues with spaces",
      file(
        "NOTE\nrien\nde dit",
        "STYLE\n::cue { color: red }",
        `la scène un\n${cue(1, "Un.")}`,
        "NOTE fin",
        cue(2, "Deux."),
      ),
      ["[00:00:01] Un. Deux.", "2/2", "2/2"],
    ],
    ["breaks of lines within", file(cue(1, "Un\\Ndeux<br/>trois.")), ["[00:00:01] Un deux trois.", "1/1", "3/3"]],
    [
      "a time that is none: its words stay",
      file(cue(1, "Un."), "00:aa --> 00:03.000\nDeux.", cue(4, "Trois.")),
      ["[00:00:01] Un. Deux. Trois.", "2/3", "3/3"],
    ],
  ])("%s", async (_, text, expected) => expect(await reading(text)).toEqual(expected));

  test("no word is lost, wherever empty lines fall", async () => {
    const said = fc.array(fc.constantFrom("un", "deux", "trois", "", " ", "quatre cinq"), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 9 }), async (cues) => {
        const words = cues.flat().join(" ").split(/\s+/).filter(Boolean);
        const srt = cues.map(
          (lines, index) => `${index + 1}\n00:00:0${index},000 --> 00:00:0${index},900\n${lines.join("\n")}`,
        );
        const outcome = await readCaptions(srt.join("\n\n"));
        expect(outcome.ok ? outcome.words : { kept: 0, of: 0 }).toEqual({ kept: words.length, of: words.length });
      }),
    );
  });
});

describe("what cannot be read", () => {
  const unread = async (text: string) => {
    const outcome = await readCaptions(text);
    return outcome.ok ? null : outcome.reason;
  };

  test("is shown, when nothing else is", async () => {
    expect(await unread(file("00:aa --> 00:03.000\nDeux."))).toBe("00:aa --> 00:03.000");
  });

  test.each(["WEBVTT", "WEBVTT\n\nNOTE rien", file(cue(1, " "))])("%j says nothing", async (text) => {
    expect(await unread(text)).toBe("");
  });
});

test("whatever is pasted is read or refused, never worse", async () => {
  const line = fc.oneof(
    fc.constantFrom(
      "WEBVTT",
      "",
      " ",
      "NOTE",
      "STYLE",
      "REGION",
      "region:a",
      "line:,",
      "00:01.000 --> 00:02.000 line:",
      "<v",
      "</c>",
    ),
    fc.string({ unit: fc.constantFrom(..."<>/&;:.,->0123456789vc a") }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line), async (lines) => {
      expect(await readCaptions(lines.join("\n"))).toHaveProperty("ok");
    }),
  );
});

test.each([
  ["WEBVTT\n\nrien", true],
  ["1\n00:00:01,000 --> 00:00:02,000\nBonjour", true],
  ["Bonjour.\n\n- A --> B\n- 13:00 --> 14:00", false],
  ["WEBVTTX", false],
  ["[00:00:01] Bonjour", false],
])("%j is a file of subtitles: %s", (text, captions) => {
  expect(areCaptions(text)).toBe(captions);
});

describe("the field of the edit form", () => {
  const typed = (transcript: string) => webinarEdit.shape.transcript.safeParseAsync(transcript);
  const fault = async (transcript: string) => (await typed(transcript)).error?.issues[0]?.message;

  test.each(["\r\n", "\r"])("reads a file with its byte-order mark, and the line ends %j", async (end) => {
    const pasted = `\uFEFF${file(cue(1, "Un"), cue(2, "Deux"))}\n`.replaceAll("\n", end);
    expect((await typed(pasted)).data).toBe("[00:00:01] Un Deux");
  });

  test("leaves any other text as it is, what it made of a file included", async () => {
    for (const text of ["", "Bonjour à **tous**.", "[00:00:01] Un Deux"]) {
      expect((await typed(text)).data).toBe(text);
    }
  });

  test("says how much was read, and offers it in place of the file", async () => {
    const { error } = await typed(file(cue(1, "Un."), "00:aa --> 00:03.000\nDeux."));
    expect(error?.issues[0]).toMatchObject({
      message:
        "Ces sous-titres n’ont été lus qu’en partie à partir de la ligne «\u202F00:aa --> 00:03.000\u202F»\u00A0: 1\u00A0sous-titre sur 2 et 2\u00A0mots sur 2. Ce qui a été lu est dans ce champ, les mots d’un temps incompris à la suite de ceux d’avant\u00A0: relisez, puis enregistrez.",
      params: { instead: "[00:00:01] Un. Deux." },
    });
    expect(await fault("WEBVTT")).toMatch(/^Ces sous-titres n’ont pas pu être lus\. Copiez/);
  });

  test("bounds what is kept, not the marks of the file", async () => {
    const long = (letters: number) => "a".repeat(letters);
    expect((await typed(long(200_000))).success).toBe(true);
    expect(await fault(long(200_001))).toMatch(/trop long.*200000/);
    const marked = file(...Array.from({ length: 50 }, (_, second) => cue(second, `<c.${long(5000)}>mot</c>`)));
    expect((await typed(marked)).data).toMatch(/^\[00:00:00\] mot mot/);
    expect(await fault(file(cue(1, long(200_001))))).toMatch(/trop long.*200000/);
    expect(await fault(`WEBVTT\n\n${long(1_000_000)}`)).toMatch(/trop long.*1000000/);
  });
});

test("what is too long for a name, or for a time, is none", async () => {
  const name = (length: number) => "x".repeat(length);
  expect(await read(file(cue(1, `${name(60)}: Bonjour.`)))).toBe(`[00:00:01] **${name(60)} :** Bonjour.`);
  expect(await read(file(cue(1, `${name(61)}: Bonjour.`)))).toBe(`[00:00:01] ${name(61)}: Bonjour.`);
  const timed = (length: number) => `${"00:00:05.000 --> 00:00:06.000".padEnd(length, " x")}\nÀ bientôt.`;
  expect(await read(file(cue(1, "Bonjour."), timed(500)))).toContain("À bientôt.");
  expect(await read(file(cue(1, "Bonjour."), timed(501)))).not.toContain("[00:00:05]");
});

test("lines shown again are an echo up to four, five are said twice", async () => {
  const lines = (count: number) => [..."abcde"].slice(0, count).join("\n");
  const twice = (count: number) => read(file(cue(1, lines(count)), cue(2, `${lines(count)}\nfin`)));
  expect(await twice(4)).toBe("[00:00:01] a b c d fin");
  expect(await twice(5)).toBe("[00:00:01] a b c d e a b c d e fin");
});

test("two hundred tags in one subtitle are left out, the voice with them", async () => {
  const tagged = (count: number) => read(file(cue(1, `<v Ada>${"<c>a</c>".repeat(count)}`)));
  expect(await tagged(99)).toBe(`[00:00:01] **Ada :** ${"a".repeat(99)}`);
  expect(await tagged(100)).toBe(`[00:00:01] ${"a".repeat(100)}`);
});

test("a line that cannot be read is quoted by its beginning", async () => {
  const line = (length: number) => "99:99.000 --> ".padEnd(length, "x");
  const words = async (length: number) =>
    (await webinarEdit.shape.transcript.safeParseAsync(`WEBVTT\n\n${line(length)}\nBonjour.\n`)).error?.issues[0]
      ?.message;
  expect(await words(60)).toContain(`${line(60)}\u202F»`);
  expect(await words(61)).not.toContain(line(61));
});
