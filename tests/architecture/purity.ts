import type { Node } from "oxc-parser";
import { bears, folderOf, imports, NOUNS, type Rule, within } from "#tests/architecture/rule";
import { faults, isMember, isNamed } from "#tests/architecture/syntax";

/** What may read the time of day: the outermost ring. */
const OUTER_RING = [
  "app/",
  "lib/backup/",
  "lib/commands/",
  "lib/edge/",
  "lib/jobs/",
  "lib/auth/",
  "lib/platform/",
  "prisma/",
  "tests/",
];

/** Ways to the ambient clock. */
function clock(node: Node): string | false {
  const reads =
    (node.type === "NewExpression" && isNamed(node.callee, "Date") && node.arguments.length === 0) ||
    isMember(node, "Date", "now") ||
    isMember(node, "Temporal", "Now") ||
    isMember(node, "performance");
  return reads && "reads the clock";
}

/** Ways out of a pure function. */
function effect(node: Node): string | false {
  if (node.type === "AwaitExpression") return "waits for something";
  if (isMember(node, "Math", "random")) return "draws lots";
  return ["process", "globalThis", "console"].some((object) => isMember(node, object)) && "reaches outside";
}

const pureRules: Rule = {
  law: "rules.ts is pure: no clock, no chance, no environment, no effect",
  reason: "A rule is proved by a table of examples; one that reads the world can only be believed.",
  broken: (house) => {
    const isRules = (file: string) => bears(file, "rules");
    const pure = (target: string) =>
      bears(target, "schema", "rules", "labels") ||
      within(target, [
        "lib/publication/columns.ts",
        "lib/platform/dates.ts",
        "lib/platform/text.ts",
        "lib/platform/result.ts",
        "lib/search/words.ts",
        "prisma/generated/enums.ts",
      ]) ||
      within(target, ["temporal-polyfill", "@socialgouv/jours-feries", "media-captions", "ical.js"]);
    return [
      ...imports(house, isRules, ({ target, typeOnly }) => !typeOnly && !pure(target)),
      ...faults(house, isRules, (node) => clock(node) || effect(node)),
    ];
  },
  planted: [
    { "lib/webinars/rules.ts": "export const isPast = (startsAt: Date) => startsAt < new Date();" },
    { "lib/webinars/rules.ts": "export const isPast = (startsAt: Date) => startsAt.getTime() < Date.now();" },
    { "lib/webinars/rules.ts": 'import { now } from "#lib/platform/clock";' },
    { "lib/webinars/rules.ts": 'import { readFileSync } from "node:fs";' },
    { "lib/webinars/rules.ts": "export const zone = () => process.env.TZ;" },
    { "lib/webinars/rules.ts": "export const lucky = () => Math.random() > 0.5;" },
    { "lib/webinars/rules.ts": "export const today = () => Temporal.Now.plainDateISO();" },
    { "lib/webinars/replay/rules.ts": "export const lucky = () => Math.random() > 0.5;" },
  ],
  lawful: {
    "lib/webinars/rules.ts":
      'import { Temporal } from "temporal-polyfill"; export const isPast = (startsAt: Date, at: Date) => startsAt < at; export const copy = (at: Date) => new Date(at);',
  },
};

const clockIsAnArgument: Rule = {
  law: "nouns and components receive the instant, they never read it",
  reason:
    "`now()` belongs to the outermost ring: inside, an argument lets one test stand the day before and another the day after.",
  broken: (house) => {
    const isInner = (file: string) => within(file, ["lib/", "components/"]) && !within(file, OUTER_RING);
    return [
      ...imports(house, isInner, ({ target }) => target === "lib/platform/clock.ts"),
      ...faults(house, isInner, clock),
    ];
  },
  planted: [
    { "lib/needs/queries.ts": "export const listNeeds = () => find({ publishedAt: { lte: new Date() } });" },
    { "lib/needs/queries.ts": 'import { now } from "#lib/platform/clock";' },
    { "components/webinars/card.tsx": "export const Card = () => <p>{Date.now()}</p>;" },
  ],
  lawful: {
    "app/(site)/page.tsx": 'import { now } from "#lib/platform/clock";',
    "lib/needs/queries.ts": "export const listNeeds = (at: Date) => find({ publishedAt: { lte: at } });",
  },
};

const settingsInOnePlace: Rule = {
  law: "settings are read in lib/platform/env, and by the commands that complete them",
  reason: "A setting read elsewhere is neither validated at start nor documented.",
  broken: (house) => {
    const isConcerned = (file: string) =>
      within(file, ["app/", "components/", "lib/"]) &&
      !within(file, ["lib/platform/env.ts", "lib/platform/postgres-programs.ts", "lib/commands/"]);
    return faults(house, isConcerned, (node) => isMember(node, "process", "env") && "reads process.env");
  },
  planted: [{ "lib/mail/send.ts": "const host = process.env.SMTP_URL;" }],
  lawful: { "lib/platform/env.ts": "export const given = process.env;" },
};

/** Reached by both sides, so loaded by browsers: no server module may follow. */
const isomorphic: Rule = {
  law: "schema, rules and labels load anywhere",
  reason: "They are imported by components that browsers may run: a server module behind them breaks the page.",
  broken: (house) =>
    imports(
      house,
      (file) =>
        bears(file, "schema", "rules", "labels") &&
        [...NOUNS, "publication", "profiles", "edit-forms", "items", "nouns"].includes(folderOf(file)),
      ({ target, typeOnly }) =>
        !typeOnly &&
        (/^(node:|pg|pino|@prisma\/|nodemailer)/.test(target) ||
          /[/-](queries|mutations)\.ts$/.test(target) ||
          within(target, [
            "lib/platform/db.ts",
            "lib/platform/env.ts",
            "lib/platform/log.ts",
            "prisma/generated/client.ts",
          ])),
    ),
  planted: [
    { "lib/needs/labels.ts": 'import { Perspective } from "#prisma/client";' },
    { "lib/needs/schema.ts": 'import { db } from "#lib/platform/db";' },
    { "lib/webinars/replay/schema.ts": 'import { db } from "#lib/platform/db";' },
  ],
  lawful: {
    "lib/needs/schema.ts": 'import type { Need } from "#prisma/client"; import { Perspective } from "#prisma/enums";',
  },
};

export const purityRules: Rule[] = [pureRules, clockIsAnArgument, settingsInOnePlace, isomorphic];
