import {
  bears,
  CAPABILITIES,
  CHAIN,
  COMPOSITION,
  EDGE,
  folderOf,
  imports,
  mayKnow,
  NOUNS,
  nounOf,
  PLATFORM,
  type Rule,
  within,
} from "#tests/architecture/rule";

/** Which of our own files each room may import; packages are another rule's business. */

/** What draws may know of lib without going near a database. */
const FOR_DRAWING = [
  "lib/platform/paths.ts",
  "lib/platform/dates.ts",
  "lib/platform/text.ts",
  "lib/platform/site-name.ts",
  "lib/publication/labels.ts",
  "lib/profiles/labels.ts",
  "lib/nouns/cards.ts",
  "lib/forms/options.ts",
  "lib/forms/state.ts",
  "prisma/generated/enums.ts",
];
const KIT = ["components/ui/", "components/forms/", "components/publication/"];
const isOurs = (target: string) => /^(app|components|lib|prisma|tests|content)\//.test(target);

/** What the editor of texts is made of, which browsers run. */
const RICH_TEXT = ["lib/rich-text/"];

/** The rings of lib, and those that each may know. */
const RINGS: { folders: readonly string[]; below: readonly string[] }[] = [
  { folders: PLATFORM, below: PLATFORM },
  { folders: CAPABILITIES, below: [...PLATFORM, ...CAPABILITIES] },
  { folders: EDGE, below: [...PLATFORM, ...CAPABILITIES, ...EDGE] },
  { folders: NOUNS, below: [...PLATFORM, ...CAPABILITIES, ...NOUNS] },
  { folders: COMPOSITION, below: [...PLATFORM, ...CAPABILITIES, ...EDGE, ...NOUNS, ...COMPOSITION] },
];

function libMayImport(file: string, target: string): boolean {
  const folder = folderOf(file);
  const [room] = target.split("/");
  if (room === "prisma") return COMPOSITION.includes(folder) || target.startsWith("prisma/generated/");
  const ring = RINGS.find(({ folders }) => folders.includes(folder));
  if (room !== "lib" || !ring?.below.includes(folderOf(target))) return false;
  const [noun, other] = [nounOf(file), nounOf(target)];
  return !noun || !other || mayKnow(noun, other);
}

/** A noun draws with those before it; what the back office draws of it also stands on the frame and on capabilities. */
function nounMayDraw(file: string, target: string): boolean {
  const [noun = "", other] = [nounOf(file), nounOf(target)];
  const inOffice = file.startsWith("components/back-office/");
  if (!inOffice && target.startsWith("components/back-office/")) return false;
  if (other) return mayKnow(noun, other) && (target.startsWith("components/") || isomorphic(target));
  if (!inOffice) return false;
  return target.startsWith("components/") ? isOffice(target) : isCapability(target) && isomorphic(target);
}

const isomorphic = (target: string) => bears(target, "schema", "rules", "labels");
const isCapability = (file: string) => CAPABILITIES.includes(folderOf(file));
/** The frame of the back office, and what it draws of capabilities. */
const isOffice = (file: string) =>
  file.startsWith("components/back-office/") && (folderOf(file) === "back-office" || isCapability(file));

/** What visitors see stands on nothing of the back office. */
const mayDrawOffice = (file: string, target: string) =>
  file.startsWith("components/back-office/") || !target.startsWith("components/back-office/");

function componentMayImport(file: string, target: string): boolean {
  const folder = folderOf(file);
  if (folder === "ui")
    return within(target, [
      "components/ui/",
      "lib/platform/text.ts",
      "lib/platform/paths.ts",
      "lib/platform/markdown.ts",
    ]);
  if (within(target, [...KIT, ...FOR_DRAWING])) return true;
  if (nounOf(file)) return nounMayDraw(file, target);
  // The public frame draws whole pages, as what gathers nouns; the kit and the back office's frame know no noun.
  if (COMPOSITION.includes(folder))
    return isomorphic(target) || (target.startsWith("components/") && mayDrawOffice(file, target));
  if (within(file, ["components/back-office/rich-text/"]) && within(target, RICH_TEXT)) return true;
  if (isOffice(file)) return isOffice(target) || (isCapability(target) && isomorphic(target));
  return within(file, KIT) && target.startsWith("lib/") && isCapability(target) && isomorphic(target);
}

function mayImport(file: string, target: string): boolean {
  switch (file.split("/")[0]) {
    case "app":
      return within(target, ["components/", "lib/", "app/"]);
    case "components":
      return componentMayImport(file, target);
    case "lib":
      return libMayImport(file, target);
    case "prisma":
      return within(target, ["lib/", "prisma/"]);
    default:
      return true;
  }
}

const listedFolders: Rule = {
  law: "every folder of lib is platform, capability, edge, noun or composition; components and prisma/schema have the same names",
  reason:
    "A folder that is in no list escapes every law: enter it in tests/architecture/rule.ts, in the ring where it stands.",
  broken: ({ files }) =>
    Object.keys(files).filter((file) => {
      const [room, folder = "", ...rest] = file.split("/");
      if (rest.length === 0) return false;
      if (room === "lib") return !RINGS.some(({ folders }) => folders.includes(folder));
      const schema = /^prisma\/schema\/([a-z-]+)\.prisma$/.exec(file)?.[1];
      if (schema) return schema !== "main" && !RINGS.some(({ folders }) => folders.includes(schema));
      if (room !== "components") return false;
      const drawn = ["ui", "forms", "publication", "back-office", ...NOUNS, ...COMPOSITION];
      return !drawn.includes(folder) || !["back-office", ...drawn, ...CAPABILITIES].includes(folderOf(file));
    }),
  planted: [
    { "lib/gallery/queries.ts": "" },
    { "lib/gallery/thumbnails/rules.ts": "" },
    { "components/gallery/picker.tsx": "" },
    { "components/back-office/gallery/picker.tsx": "" },
    { "prisma/schema/gallery.prisma": "" },
  ],
  lawful: {
    "lib/README.md": "",
    "prisma/schema/main.prisma": "",
    "prisma/schema/needs.prisma": "",
    "lib/needs/queries.ts": "",
    "lib/edge/front/server.ts": "",
    "components/back-office/mail/outbox.tsx": "",
    "components/back-office/screen.tsx": "",
  },
};

const layers: Rule = {
  law: "each room imports only what lies below it",
  reason: "app → components → pure lib; app → lib; lib → lib below. An arrow that goes up makes every change travel.",
  broken: (house) =>
    imports(
      house,
      () => true,
      ({ target }, { path }) => isOurs(target) && !mayImport(path, target),
    ),
  planted: [
    { "lib/needs/queries.ts": 'import { Card } from "#components/needs/card";' },
    { "lib/mail/outbox.ts": 'import { save } from "#app/(site)/actions";' },
    { "lib/platform/dates.ts": 'import type { NeedSummary } from "#lib/needs/schema";' },
    { "lib/platform/dates.ts": 'export type A = import("#lib/needs/schema").NeedSummary;' },
    { "lib/platform/dates.ts": 'export type A = typeof import("#lib/needs/queries");' },
    { "components/ui/card.tsx": 'import type { NeedSummary } from "#lib/needs/schema";' },
    { "components/needs/card.tsx": 'const { listNeeds } = await import("#lib/needs/queries");' },
    { "components/needs/card.tsx": 'import { WebinarCard } from "#components/webinars/card";' },
    { "lib/needs/rules.ts": 'export { unknownId } from "#tests/support/factories";' },
    { "lib/mail/outbox.ts": 'import { endsAt } from "#lib/webinars/rules";' },
    { "lib/calendar/file.ts": 'import type { WebinarDetail } from "#lib/webinars/schema";' },
    { "lib/mail/outbox.ts": 'import { requireEditor } from "#lib/edge/session";' },
    { "lib/mail/outbox.ts": 'import { anonymise } from "#lib/privacy/mutations";' },
    { "lib/edge/session.ts": 'import { findNeed } from "#lib/needs/queries";' },
    { "lib/needs/mutations.ts": 'import { formAction } from "#lib/edge/form-action";' },
    { "lib/announcements/mutations.ts": 'import { sweep } from "#lib/jobs/sweep";' },
    { "components/back-office/seats/list.tsx": 'import { Person } from "#components/back-office/roster/person";' },
    { "components/back-office/seats/list.tsx": 'import type { Registrant } from "#lib/roster/schema";' },
    { "components/back-office/mail/plan.tsx": 'import { Tabs } from "#components/back-office/webinars/tabs";' },
    { "components/back-office/mail/plan.tsx": 'import { webinarWords } from "#lib/webinars/labels";' },
    { "components/back-office/dashboard.tsx": 'import { Tabs } from "#components/back-office/webinars/tabs";' },
    { "components/back-office/dashboard.tsx": 'import { webinarWords } from "#lib/webinars/labels";' },
    { "components/forms/field.tsx": 'import { needLabels } from "#lib/needs/labels";' },
    { "components/orientation/path.tsx": 'import { Screen } from "#components/back-office/screen";' },
    { "components/orientation/path.tsx": 'import { findPath } from "#lib/orientation/queries";' },
    { "components/webinars/card.tsx": 'import { Screen } from "#components/back-office/screen";' },
    { "components/webinars/card.tsx": 'import { Breadcrumb } from "#components/site/breadcrumb";' },
  ],
  lawful: {
    "components/centres/card.tsx":
      'import type { CentreSummary } from "#lib/centres/schema"; import { paths } from "#lib/platform/paths";',
    "app/(site)/page.tsx":
      'import { listNeeds } from "#lib/needs/queries"; import { NeedCard } from "#components/needs/card";',
    "lib/edge/session.ts": 'import { findSession } from "#lib/auth/session-queries";',
    "lib/jobs/sweep.ts": 'import { anonymise } from "#lib/privacy/mutations"; import { log } from "#lib/platform/log";',
    "components/back-office/roster/person.tsx":
      'import { Tabs } from "#components/back-office/webinars/tabs"; import { MailState } from "#components/back-office/mail/state"; import { mailKindLabels } from "#lib/mail/labels"; import { Screen } from "#components/back-office/screen"; import { isLive } from "#lib/seats/waitlist/rules";',
    "components/orientation/path.tsx": 'import { NextSession } from "#components/webinars/next-session";',
    "components/back-office/orientation/screen.tsx": 'import { Screen } from "#components/back-office/screen";',
    "components/site/home.tsx": 'import { WebinarCard } from "#components/webinars/card";',
  },
};

const nounOrder: Rule = {
  law: `nouns know only those before them: ${CHAIN.join(" ← ")}`,
  reason: "What needs the other direction is composed in app; a noun that looks ahead closes a circle.",
  broken: (house) =>
    imports(
      house,
      (file) => file.startsWith("lib/") && nounOf(file) !== undefined,
      ({ target }, { path }) => {
        const other = nounOf(target);
        return other !== undefined && !mayKnow(nounOf(path) ?? "", other);
      },
    ),
  planted: [
    { "lib/centres/queries.ts": 'import { taken } from "#lib/webinars/rules";' },
    { "lib/pages/schema.ts": 'import type { NeedSummary } from "#lib/needs/schema";' },
  ],
  lawful: { "lib/enrolment/mutations.ts": 'import { isOpen } from "#lib/webinars/rules";' },
};

const noFramework: Rule = {
  law: "lib/<noun> never imports next, React or the session",
  reason: "The edge is loud, the middle is quiet: one function serves a page, an export, a job and a test.",
  broken: (house) =>
    imports(
      house,
      (file) => file.startsWith("lib/") && nounOf(file) !== undefined,
      ({ target }) => /^(next|react|react-dom|next-auth)(\/|$)/.test(target) || target.startsWith("lib/edge/"),
    ),
  planted: [
    { "lib/needs/queries.ts": 'import { cookies } from "next/headers";' },
    { "lib/webinars/mutations.ts": 'import { requireEditor } from "#lib/edge/session";' },
  ],
  lawful: { "lib/needs/queries.ts": 'import type { Editor } from "#lib/auth/editor";' },
};

const noDatabaseAbove: Rule = {
  law: "app and components never touch the database",
  reason: "A query written in a page has no name, no test and no visibility rule.",
  broken: (house) =>
    imports(
      house,
      (file) => within(file, ["app/", "components/"]),
      ({ target, typeOnly }) =>
        target === "lib/platform/db.ts" ||
        /^(pg|@prisma\/)/.test(target) ||
        (target.startsWith("prisma/") && !(typeOnly && target === "prisma/generated/enums.ts")),
    ),
  planted: [
    { "app/(site)/page.tsx": 'import { db } from "#lib/platform/db";' },
    { "app/api/route.ts": 'import type { Need } from "#prisma/client";' },
  ],
};

const drawnFromProps: Rule = {
  law: "components never import queries, mutations, actions or the session",
  reason:
    "A component that fetches cannot be drawn in a test, nor on another page: data and actions reach it as props.",
  broken: (house) =>
    imports(
      house,
      (file) => file.startsWith("components/"),
      ({ target }) => /[/-](queries|mutations|actions|session)\.ts$/.test(target) || target.startsWith("lib/edge/"),
    ),
  planted: [
    { "components/needs/list.tsx": 'import { listNeeds } from "#lib/needs/queries";' },
    { "components/needs/form.tsx": 'import { saveNeed } from "#app/(back-office)/administration/besoins/actions";' },
    { "components/back-office/mail/plan.tsx": 'import { mailPlan } from "#lib/mail/plan-queries";' },
  ],
};

const proofIsMinted: Rule = {
  law: "only lib/auth and tests mint the proof of an editor",
  reason: "Authorisation is an argument: a proof that anyone can make proves nothing.",
  broken: (house) =>
    imports(
      house,
      (file) => !within(file, ["lib/auth/", "tests/"]),
      ({ target, names }) => target === "lib/auth/editor.ts" && (names.includes("accountOf") || names.includes("*")),
    ),
  planted: [
    { "lib/needs/mutations.ts": 'import { accountOf } from "#lib/auth/editor";' },
    { "app/(back-office)/actions.ts": 'import * as auth from "#lib/auth/editor";' },
  ],
  lawful: { "lib/needs/mutations.ts": 'import type { Editor } from "#lib/auth/editor";' },
};

const partnersReadTheirs: Rule = {
  law: "only lib/partners lets a partner read as the team does",
  reason: "It looks first whether the item is of their centre; nobody else does.",
  broken: (house) =>
    imports(
      house,
      (file) => !within(file, ["lib/auth/", "lib/partners/"]),
      ({ target, names }) => target === "lib/auth/editor.ts" && names.includes("viewerOfOwn"),
    ),
  planted: [{ "lib/desks/written.ts": 'import { viewerOfOwn } from "#lib/auth/editor";' }],
  lawful: { "lib/partners/queries.ts": 'import { viewerOfOwn } from "#lib/auth/editor";' },
};

const throughAliases: Rule = {
  law: "own files are imported through their alias",
  reason: "One spelling per file: it survives a move, and Node, Next and the type checker resolve it alike.",
  broken: (house) =>
    imports(
      house,
      (file) => within(file, ["app/", "components/", "lib/", "tests/"]),
      // What is computed is looked for around its file, among those that it may name: no alias leads there.
      ({ specifier }) => specifier.startsWith(".") && !specifier.endsWith(".css") && !specifier.includes("${"),
    ),
  planted: [{ "lib/needs/queries.ts": 'import { isOpen } from "./rules.ts";' }],
  lawful: { "app/layout.tsx": 'import "./globals.css";' },
};

export const layerRules: Rule[] = [
  listedFolders,
  layers,
  nounOrder,
  noFramework,
  noDatabaseAbove,
  drawnFromProps,
  proofIsMinted,
  partnersReadTheirs,
  throughAliases,
];
