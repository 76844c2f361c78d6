import { CHAIN, imports, mayKnow, nounOf, type Rule, within } from "#tests/architecture/rule";

/** Which of our own files each room may import; packages are another rule's business. */

const ISOMORPHIC = /^lib\/[a-z-]+\/([a-z-]+\/)?(schema|rules|labels)\.ts$/;
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
const isOurs = (target: string) => /^(app|components|lib|prisma|tests|content)\//.test(target);

function mayImport(file: string, target: string): boolean {
  const [room = "", folder = ""] = file.split("/");
  const noun = nounOf(file);
  const targetNoun = nounOf(target);
  const sameFolder = target.startsWith(`${room}/${folder}/`);
  switch (room) {
    case "app":
      return within(target, ["components/", "lib/", "app/"]);
    case "components":
      if (sameFolder) return true;
      if (folder === "ui")
        return within(target, ["lib/platform/text.ts", "lib/platform/paths.ts", "lib/platform/markdown.ts"]);
      if (within(target, ["components/ui/", "components/forms/", "components/publication/", ...FOR_DRAWING]))
        return folder !== "forms" || !target.startsWith("components/forms/");
      if (!noun) return ISOMORPHIC.test(target) || target.startsWith("components/");
      return (
        targetNoun !== undefined &&
        mayKnow(noun, targetNoun) &&
        (ISOMORPHIC.test(target) || target.startsWith("components/"))
      );
    case "lib":
      if (folder === "platform") return within(target, ["lib/platform/", "prisma/generated/"]);
      if (noun)
        return targetNoun
          ? mayKnow(noun, targetNoun) && target.startsWith("lib/")
          : within(target, ["lib/", "prisma/generated/"]);
      return within(target, ["lib/", "prisma/"]);
    case "prisma":
      return within(target, ["lib/", "prisma/"]);
    default:
      return true;
  }
}

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
    { "components/ui/card.tsx": 'import type { NeedSummary } from "#lib/needs/schema";' },
    { "components/needs/card.tsx": 'const { listNeeds } = await import("#lib/needs/queries");' },
    { "components/needs/card.tsx": 'import { WebinarCard } from "#components/webinars/card";' },
    { "lib/needs/rules.ts": 'export { unknownId } from "#tests/support/factories";' },
  ],
  lawful: {
    "components/centres/card.tsx":
      'import type { CentreSummary } from "#lib/centres/schema"; import { paths } from "#lib/platform/paths";',
    "app/(site)/page.tsx":
      'import { listNeeds } from "#lib/needs/queries"; import { NeedCard } from "#components/needs/card";',
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
      ({ target }) => /^(next|react|react-dom|next-auth)(\/|$)/.test(target) || target === "lib/edge/session.ts",
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
      ({ target }) => /\/(queries|mutations|actions|session)\.ts$/.test(target) || target === "lib/edge/form-action.ts",
    ),
  planted: [
    { "components/needs/list.tsx": 'import { listNeeds } from "#lib/needs/queries";' },
    { "components/needs/form.tsx": 'import { saveNeed } from "#app/(back-office)/administration/besoins/actions";' },
  ],
};

/** What changes rows: the mutations of every noun. */
const WRITES = /\/mutations\.ts$/;

const writesAtTheEdge: Rule = {
  law: "only actions and POST routes import what writes",
  reason: "A GET never changes state: robots, previews and mail scanners follow every link.",
  broken: (house) =>
    imports(
      house,
      (file) => file.startsWith("app/") && !file.endsWith("/actions.ts"),
      ({ target }, { text }) =>
        WRITES.test(target) && !(/export (async function|const) POST\b/.test(text) && !/\b(GET|HEAD)\b/.test(text)),
    ),
  planted: [
    {
      "app/(site)/inscriptions/[token]/page.tsx": 'import { requestCancellation } from "#lib/enrolment/mutations";',
    },
    {
      "app/api/route.ts": 'import { save } from "#lib/needs/mutations"; export async function GET() { await save(); }',
    },
  ],
  lawful: { "app/(site)/actions.ts": 'import { register } from "#lib/enrolment/mutations";' },
};

const proofIsMinted: Rule = {
  law: "only lib/auth and tests mint the proof of an editor",
  reason: "Authorisation is an argument: a proof that anyone can make proves nothing.",
  broken: (house) =>
    imports(
      house,
      (file) => !within(file, ["lib/auth/", "tests/"]),
      ({ target, names }) => target === "lib/auth/editor.ts" && (names.includes("editorOf") || names.includes("*")),
    ),
  planted: [
    { "lib/needs/mutations.ts": 'import { editorOf } from "#lib/auth/editor";' },
    { "app/(back-office)/actions.ts": 'import * as auth from "#lib/auth/editor";' },
  ],
  lawful: { "lib/needs/mutations.ts": 'import type { Editor } from "#lib/auth/editor";' },
};

const throughAliases: Rule = {
  law: "own files are imported through their alias",
  reason: "One spelling per file: it survives a move, and Node, Next and the type checker resolve it alike.",
  broken: (house) =>
    imports(
      house,
      (file) => within(file, ["app/", "components/", "lib/", "tests/"]),
      ({ specifier }) => specifier.startsWith(".") && !specifier.endsWith(".css"),
    ),
  planted: [{ "lib/needs/queries.ts": 'import { isOpen } from "./rules.ts";' }],
  lawful: { "app/layout.tsx": 'import "./globals.css";' },
};

export const layerRules: Rule[] = [
  layers,
  nounOrder,
  noFramework,
  noDatabaseAbove,
  drawnFromProps,
  writesAtTheEdge,
  proofIsMinted,
  throughAliases,
];
