import { describe, expect, test } from "vitest";
import { defaultTemplates } from "#lib/mail/default-templates";
import { renderMail } from "#lib/mail/render";
import { DIGEST_KINDS, MAIL_KINDS, MAIL_VARIABLES, type MailKind, PERSONAL_KINDS } from "#lib/mail/schema";
import { bracesFault, withFrenchNames, withVariableNames } from "#lib/mail/variables";

const templates = await defaultTemplates();

const example = (kind: MailKind) =>
  renderMail(
    templates[kind],
    Object.fromEntries(
      MAIL_VARIABLES[kind].map((name) => [name, name === "sessions" || name === "news" ? ["une séance"] : `‹${name}›`]),
    ),
  );

/** Written to an address of which nobody knows whose it is. */
const UNNAMED = new Set<MailKind>(["address-to-confirm", "dossier", ...DIGEST_KINDS]);

describe.each(MAIL_KINDS)("the text of %s", (kind) => {
  test("fits its variables and can be written", () => {
    expect(example(kind).text).toMatch(UNNAMED.has(kind) ? /^Bonjour,\n/ : /^Bonjour ‹firstName›,\n/);
  });

  test("says its news first, then of which session, within what a list of messages shows", () => {
    const isPersonal = [...PERSONAL_KINDS, "seats-changed"].some((one) => one === kind);
    const { subject } = renderMail(templates[kind], {
      ...Object.fromEntries(MAIL_VARIABLES[kind].map((name) => [name, ""])),
      date: "30 septembre 2026",
      hours: "10\u00A0h\u00A030\u202F–\u202F11\u00A0h\u00A045",
      deadline: "30 septembre 2026 à 10\u00A0h\u00A030",
      title: "TITRE",
    });
    expect(subject).toMatch(
      isPersonal ? /^\p{Lu}/u : /^\p{Lu}.*(\u00A0: 30 septembre|jusqu’au 30 septembre).* – TITRE$/u,
    );
    expect(subject.replace(/ – TITRE$/, "").length).toBeLessThanOrEqual(60);
  });

  test("leads to the personal page of its reader", () => {
    const { text } = example(kind);
    const links = {
      "address-to-confirm": "‹confirmUrl›",
      dossier: "‹dossierUrl›",
      "address-changed": "‹programmeUrl›",
      "person-erased": "‹programmeUrl›",
      "digest-to-confirm": "‹preferencesUrl›",
      digest: "‹preferencesUrl›",
    } as Record<MailKind, string>;
    expect(text).toContain(links[kind] ?? "‹personalUrl›");
  });

  test("follows French typography", () => {
    const { subject, body } = templates[kind];
    expect(`${subject}\n${body}`).not.toMatch(/['"]| [:;!?»]|«[^\u202F]/);
  });

  test("comes back unchanged from the words that the team reads", () => {
    const { body } = templates[kind];
    expect(withVariableNames(withFrenchNames(body))).toBe(body);
    expect(withFrenchNames(body)).not.toMatch(/\{(firstName|\w+Url)\}/);
  });
});

describe("what each message must say", () => {
  test.each(["reminder-week", "reminder-day", "reminder-hour"] as const)(
    "%s: the room, when, and how to refuse",
    (kind) => {
      const { text } = example(kind);
      expect(text).toContain("‹joinUrl›");
      expect(text).toContain("15\u00A0minutes avant");
      expect(text).toMatch(/ne plus recevoir de rappels/);
    },
  );

  test.each([
    ["seat-offered", ["‹deadline›", "Prendre ou laisser"]],
    ["registration-waiting", ["une séance", "‹erasureDate›", "24 heures", "‹deadline›"]],
    ["registration-confirmed", ["une séance", "‹erasureDate›", "‹joinUrl›"]],
    ["webinar-moved", ["‹day›, ‹hours›", "‹previousDay›, ‹previousHours›"]],
    ["webinar-retimed", ["‹hours›", "‹previousHours›"]],
    ["follow-up-present", ["‹replayUrl›", "‹certificateUrl›"]],
    ["follow-up-absent", ["‹replayUrl›"]],
    ["survey", ["‹surveyUrl›", "Trois questions", "anonyme"]],
  ] as const)("%s: %s", (kind, words) => {
    for (const said of words) expect(example(kind).text).toContain(said);
  });

  test("an offer says until when in its subject, which a phone shows first", () => {
    expect(example("seat-offered").subject).toContain("‹deadline›");
  });
});

test("no two messages begin alike: a list of them tells what each says", () => {
  const news = MAIL_KINDS.map((kind) => templates[kind].subject.split("{")[0]);
  expect(new Set(news).size).toBe(news.length);
});

describe("braces", () => {
  test("the words of the team are understood with or without accents", () => {
    expect(withVariableNames("{prénom} {Prenom} { lien personnel } {firstName} {inconnu}")).toBe(
      "{firstName} {firstName} {personalUrl} {firstName} {inconnu}",
    );
  });

  test("an unknown word is named, with those that are allowed", () => {
    expect(bracesFault("survey", "body", "Bonjour {prenon}")).toMatch(
      /^«\u202F\{prenon\}\u202F» n’existe pas\. Vous pouvez écrire\u00A0: .*\{prénom\}.*\{lien vers le questionnaire\}/,
    );
  });

  test("so is one of another message", () => {
    expect(bracesFault("reminder-day", "body", "{surveyUrl}")).toMatch(
      /«\u202F\{lien vers le questionnaire\}\u202F» n’a pas sa place dans ce message/,
    );
  });

  test("a personal address never stands in a subject, which is kept as it is", () => {
    expect(bracesFault("reminder-day", "subject", "{joinUrl}")).toMatch(/n’a pas sa place dans cet objet/);
    expect(bracesFault("registration-confirmed", "subject", "{sessions}")).toMatch(/n’a pas sa place/);
    expect(bracesFault("reminder-day", "subject", "{date} {title}")).toBeNull();
  });

  test.each(["Bonjour {firstName", "Bonjour firstName}", "Bonjour {{firstName}}", "{\nfirstName}"])(
    "a stray one is named: %s",
    (text) => {
      expect(bracesFault("survey", "body", text)).toMatch(/^Une accolade est seule dans/);
    },
  );

  test("an empty pair is refused", () => {
    expect(bracesFault("survey", "body", "Bonjour {}")).toMatch(/n’existe pas/);
  });

  test("what is quoted of a text is what was typed", () => {
    const fault = bracesFault("survey", "body", withVariableNames("{prenom} écrit {\u202Fprénom } et {joinUrl"));
    expect(fault).toMatch(/^Une accolade est seule dans «\u202Fet \{joinUrl\u202F»/);
    expect(fault).not.toContain("firstName");
  });
});
