import pg from "pg";
import { saveTheme } from "#lib/accessibility/mutations";
import { listFindings } from "#lib/accessibility/queries";
import { THEMES } from "#lib/accessibility/reference/labels";
import { shownOf } from "#lib/accessibility/rules";
import { numbersOf } from "#lib/accessibility/schema";
import type { Editor } from "#lib/auth/editor";
import { deskOf } from "#lib/desks/desks";
import { saveOf } from "#lib/desks/mutations";
import { fieldValues } from "#lib/edit-forms/fields";
import { register } from "#lib/enrolment/mutations";
import { createFormField, withdrawFormField } from "#lib/form-fields/mutations";
import { listFormFields } from "#lib/form-fields/queries";
import { countPublishedFigures } from "#lib/jobs/figures";
import { EDITORIAL_NOUNS, type EditorialNoun } from "#lib/nouns/cards";
import { createPartnerLink, deletePartnerLink } from "#lib/partner-links/mutations";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { changePublication } from "#lib/publication/mutations";
import { moderate } from "#lib/questions/mutations";
import { cancelRegistrant } from "#lib/roster/mutations";
import { countSeatsForTheDay } from "#lib/seats/mutations";
import { nextInstant } from "#lib/site/next-instant";
import { stopClock } from "#tests/load/oracle-site";
import { oneOf } from "#tests/support/chance";
import { input } from "#tests/support/registrations";

type Random = () => number;
type Act = (random: Random, editor: Editor) => Promise<unknown>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SEATS_STEP = 5;

let made = 0;
const word = () => {
  made += 1;
  return `nouveau ${made}`;
};

/** Rows of a noun, whatever it is. */
const idsOf = async (noun: EditorialNoun): Promise<string[]> => {
  const table = Reflect.get(db, noun) as { findMany(args: object): Promise<{ id: string }[]> };
  return (await table.findMany({ select: { id: true }, orderBy: { slug: "asc" } })).map(({ id }) => id);
};

const anItem = async (noun: EditorialNoun, random: Random) => oneOf(await idsOf(noun), random);

/** As an editor does: the form as it is, with another word in one of its texts. */
const edited =
  (noun: EditorialNoun): Act =>
  async (random, editor) => {
    const { find, fields, schema, values } = deskOf(noun) as ReturnType<typeof deskOf> & {
      values(row: object): Record<string, unknown>;
    };
    const id = await anItem(noun, random);
    const row = await find(editor, id);
    if (!row) return;
    const form = await fields(editor);
    const typed = fieldValues(form, values(row));
    const texts = form.filter(({ kind, name }) => ["line", "text", "markdown"].includes(kind) && name !== "slug");
    const field = oneOf(texts, random).name;
    const changed = { ...typed, [field]: `${String(typed[field] ?? "").slice(0, 60)} ${word()}` };
    const parsed = await schema.safeParseAsync({ ...changed, id, version: String(row.version) });
    if (parsed.success) await saveOf(noun)(editor, parsed.data, now());
  };

const WITHDRAWALS = [
  {},
  { departure: { kind: "withdrawn", reason: "Dépassé.", target: "/ressources" } as const },
  { departure: { kind: "mistake", reason: null, target: null } as const },
  { departure: { kind: "replaced", reason: null, target: "/centres" } as const },
];

const published =
  (noun: EditorialNoun): Act =>
  async (random, editor) => {
    const at = now();
    const change = oneOf(
      [
        { kind: "publish" } as const,
        { kind: "withdraw" as const, ...oneOf(WITHDRAWALS, random) },
        { kind: "schedule", at: new Date(at.getTime() + Math.ceil(random() * 48) * HOUR) } as const,
      ],
      random,
    );
    await changePublication(editor, noun, await anItem(noun, random), change, at);
  };

const aWebinar = (random: Random) => anItem("webinar", random);

const signUp: Act = async (random) => {
  const { slug } = await db.webinar.findUniqueOrThrow({ where: { id: await aWebinar(random) } });
  await register([slug], input({ email: `${word().replace(" ", ".")}@exemple.fr` }), {}, now());
};

const cancel: Act = async (random, editor) => {
  const rows = await db.registration.findMany({ where: { status: { not: "cancelled" } }, select: { id: true } });
  if (rows.length > 0) await cancelRegistrant(editor, oneOf(rows, random).id, now());
};

const resize: Act = async (random) =>
  db.webinar.update({
    where: { id: await aWebinar(random) },
    data: {
      capacity: oneOf([null, 1, 2, 3], random),
      startsAt: new Date(now().getTime() + (random() - 0.3) * 90 * HOUR),
    },
  });

const replay: Act = async (random) =>
  db.webinar.update({
    where: { id: await aWebinar(random) },
    data: {
      replayUrl: oneOf([null, "https://video.example/1"], random),
      replayPublishedAt: new Date(now().getTime() + (random() - 0.5) * 20 * HOUR),
      startsAt: new Date(now().getTime() - random() * 3 * HOUR),
    },
  });

const answer: Act = async (random, editor) => {
  const webinarId = await aWebinar(random);
  const { id } = await db.question.create({ data: { webinarId, text: `${word()} ?`, createdAt: now() } });
  await moderate(editor, id, { status: "accepted", text: word(), theme: null, answer: word() }, now());
};

const link: Act = async (random, editor) => {
  const links = await db.partnerLink.findMany({ select: { id: true, webinarId: true } });
  const known = links.length > 0 && random() < 0.4 ? oneOf(links, random) : null;
  if (known) return deletePartnerLink(editor, known, now());
  return createPartnerLink(
    editor,
    {
      webinarId: await aWebinar(random),
      partner: word(),
      code: "partenaire",
      quota: oneOf([null, 1], random),
      centreId: null,
    },
    now(),
  );
};

const unlist: Act = async (random) =>
  db.webinar.update({ where: { id: await aWebinar(random) }, data: { linkOnly: random() < 0.5 } });

const askMore: Act = async (random, editor) => {
  const webinarId = await aWebinar(random);
  const [known] = await listFormFields(editor, webinarId);
  if (known && random() < 0.5) return withdrawFormField(editor, { webinarId, id: known.id }, now());
  const field = { label: word(), hint: null, kind: "line" as const, options: [], required: false };
  return createFormField(editor, { webinarId, ...field }, now());
};

const night: Act = async () => {
  await countPublishedFigures(now());
  await countSeatsForTheDay(SEATS_STEP, now());
};

/** Every criterion is found alike, or none is evaluated any more: the foot of each page says what the site is by law. */
const evaluate: Act = async (random, editor) => {
  const known = await listFindings();
  const state = oneOf(["met", "unmet", null] as const, random);
  for (const { number: theme } of THEMES) {
    const findings = numbersOf(theme).map((number) => {
      const shown = shownOf(known.find((one) => one.number === number));
      return { number, state, note: state && word(), shown };
    });
    await saveTheme(editor, { theme, findings }, now());
  }
};

/** Another program, which knows nothing of the portal. */
const elsewhere: Act = async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(`UPDATE "Term" SET definition = $1 WHERE id = (SELECT id FROM "Term" ORDER BY random() LIMIT 1)`, [
    word(),
  ]);
  await client.end();
};

/** The clock goes on to about what is announced next, or by some hours. */
const wait: Act = async (random) => {
  const at = now();
  const next = (await nextInstant(at)).getTime();
  const instants = [next - 1, next, next + 1, at.getTime() + MINUTE, at.getTime() + random() * 80 * HOUR];
  stopClock(new Date(Math.max(at.getTime(), Math.round(oneOf(instants, random)))));
};

/** Everything that can happen to what the public sees, under a name; what is more usual stands more often. */
export const ACTS: readonly (readonly [string, Act])[] = [
  ...EDITORIAL_NOUNS.flatMap((noun) => [
    [`edit ${noun}`, edited(noun)] as const,
    [`publish ${noun}`, published(noun)] as const,
  ]),
  ["sign up", signUp],
  ["sign up", signUp],
  ["sign up", signUp],
  ["cancel", cancel],
  ["resize", resize],
  ["replay", replay],
  ["answer a question", answer],
  ["partner link", link],
  ["unlist", unlist],
  ["form field", askMore],
  ["night", night],
  ["evaluate", evaluate],
  ["elsewhere", elsewhere],
  ["wait", wait],
  ["wait", wait],
  ["wait", wait],
  ["wait", wait],
];

export const actsNamed = (name: string) => ACTS.filter(([own]) => own === name);
