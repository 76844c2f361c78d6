import type { Expression, Statement } from "oxc-parser";
import { type Rule, within } from "#tests/architecture/rule";
import { faults } from "#tests/architecture/syntax";

const everywhere = () => true;
const SUPPRESSION = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|oxlint-disable/;

const HOLES: Record<string, string> = { TSAnyKeyword: "any", TSNonNullExpression: "non-null assertion" };

const noHole: Rule = {
  law: "no any, no non-null assertion, no suppression of a type or a lint",
  reason: "Each is a place where the machine was told not to look; the fault it hides is found by a visitor.",
  broken: (house) => [
    ...house.sources.flatMap(({ path, comments }) =>
      comments
        .filter(({ value }) => SUPPRESSION.test(value))
        .map(({ value }) => `${path} silences a check: ${value.trim()}`),
    ),
    ...faults(house, everywhere, ({ type }) => HOLES[type]),
  ],
  planted: [
    { "lib/needs/queries.ts": "export const rows = (await load()) as any;" },
    { "lib/needs/queries.ts": "export const first = (rows: string[]) => rows[0]!.length;" },
    { "lib/needs/queries.ts": "// @ts-ignore\nexport const a = 1;" },
    { "lib/needs/queries.ts": "// @ts-expect-error\nexport const a = 1;" },
    { "tests/unit/a.test.ts": "/* biome-ignore lint: no */\nexport const a = 1;" },
  ],
  lawful: { "lib/needs/queries.ts": 'export const word = "any"; // any order\nexport const a: unknown = 1;' },
};

const NEEDS_A_COMPILER: Record<string, string> = {
  TSEnumDeclaration: "enum",
  TSModuleDeclaration: "namespace",
  TSParameterProperty: "parameter property",
};

const runsAsItIs: Rule = {
  law: "lib and prisma run in Node as they are: no enum, no namespace, no parameter property, no JSX",
  reason: "Commands run the sources by stripping types; what needs a compiler stops them.",
  broken: (house) => [
    ...Object.keys(house.files).filter((file) => within(file, ["lib/", "prisma/"]) && file.endsWith(".tsx")),
    ...faults(
      house,
      (file) => within(file, ["lib/", "prisma/"]),
      (node) => !("declare" in node && node.declare) && NEEDS_A_COMPILER[node.type],
    ),
  ],
  planted: [
    { "lib/needs/schema.ts": "export enum Kind { A }" },
    { "lib/needs/schema.ts": "export class A { constructor(readonly b: string) {} }" },
    { "lib/mail/template.tsx": "" },
  ],
};

/** The tags that only a layout may write. */
const FRAME = ["html", "body", "head", "link", "meta"];

const pagesCompose: Rule = {
  law: "a page draws nothing itself",
  reason: "It fetches and composes components: markup written in a page is found nowhere and tested by nothing.",
  broken: (house) =>
    faults(
      house,
      (file) => file.startsWith("app/") && file.endsWith(".tsx") && !/(opengraph-image|icon)\.tsx$/.test(file),
      (node, { path }) => {
        if (node.type !== "JSXOpeningElement" || node.name.type !== "JSXIdentifier") return null;
        const tag = node.name.name;
        const framed = /(layout|global-error)\.tsx$/.test(path) && FRAME.includes(tag);
        return /^[a-z]/.test(tag) && !framed && `draws <${tag}>`;
      },
    ),
  planted: [
    { "app/(site)/besoins/page.tsx": "export default () => <main><NeedList /></main>;" },
    { "app/layout.tsx": "export default () => <html><body><header /></body></html>;" },
  ],
  lawful: {
    "app/(site)/besoins/page.tsx": "export default () => <NeedList needs={[]} />;",
    "app/layout.tsx": "export default ({ children }) => <html><body>{children}</body></html>;",
  },
};

const PUBLIC = ["app/(site)/", "app/layout.tsx", "app/not-found.tsx", "components/"];
const isPublic = (file: string) => within(file, PUBLIC) && !file.startsWith("components/back-office/");

const noScriptNeeded: Rule = {
  law: "public pages need no script: no client router, no lazy part, no hole, no cookie",
  reason:
    "They arrive whole, for everyone, in one piece that caches keep. Only a form may be enhanced, and it posts without.",
  broken: (house) => [
    ...house.sources
      .filter(({ path }) => isPublic(path))
      .flatMap(({ path, imports: all }) =>
        all
          .filter(
            ({ target, names }) =>
              /^next\/(link|image|script|dynamic|headers|form)$/.test(target) ||
              (target === "react" && (names.includes("Suspense") || names.includes("lazy"))),
          )
          .map(({ specifier, names }) => `${path} imports ${names.join(", ")} from ${specifier}`),
      ),
    ...house.sources
      .filter(({ path }) => isPublic(path))
      .filter(
        ({ program, text, path }) =>
          isDirective(program.body[0], "use client") &&
          !/useActionState|#components\/forms\/form"/.test(text) &&
          !path.startsWith("components/forms/") &&
          !/error\.tsx$/.test(path),
      )
      .map(({ path }) => `${path} is a client component and holds no form`),
  ],
  planted: [
    { "components/needs/card.tsx": 'import Link from "next/link";' },
    { "components/needs/card.tsx": '"use client";\nimport { useState } from "react";' },
    { "app/(site)/page.tsx": 'import { Suspense } from "react";' },
    { "app/(site)/page.tsx": 'import { cookies } from "next/headers";' },
  ],
  lawful: { "components/enrolment/form.tsx": '"use client";\nimport { useActionState } from "react";' },
};

function isDirective(statement: Statement | undefined, directive: string): boolean {
  return (
    statement?.type === "ExpressionStatement" &&
    statement.expression.type === "Literal" &&
    statement.expression.value === directive
  );
}

const isCallTo = (expression: Expression | null | undefined, name: string) =>
  expression?.type === "CallExpression" && expression.callee.type === "Identifier" && expression.callee.name === name;

/** What a file of actions exports, when it is not made by the factory. */
function unguarded(statement: Statement): string[] {
  if (statement.type !== "ExportNamedDeclaration")
    return statement.type.startsWith("Export") ? ["something unnamed"] : [];
  if (statement.exportKind === "type" || statement.declaration?.type.startsWith("TS")) return [];
  if (statement.declaration?.type !== "VariableDeclaration") return ["a function of its own"];
  return statement.declaration.declarations
    .filter(({ init }) => !isCallTo(init, "formAction"))
    .map(({ id }) => (id.type === "Identifier" ? id.name : "a pattern"));
}

const actionsFromOneFactory: Rule = {
  law: "server actions live in actions.ts and are made by formAction",
  reason:
    "Every export of a « use server » file is an address that anyone may post to: the factory guards, parses, answers.",
  broken: ({ sources }) =>
    sources.flatMap(({ path, program, text }) => {
      const isActions = path.startsWith("app/") && path.endsWith("/actions.ts");
      const declared = isDirective(program.body[0], "use server");
      if (isActions && !declared) return [`${path} does not begin with "use server"`];
      if (!isActions)
        return !path.startsWith("tests/") && /^\s*["']use server["']/m.test(text) ? [`${path} holds an action`] : [];
      return program.body.flatMap(unguarded).map((what) => `${path} exports ${what} without formAction`);
    }),
  planted: [
    { "app/(site)/actions.ts": '"use server";\nexport async function erase(id: string) {}' },
    { "app/(site)/actions.ts": '"use server";\nexport const erase = async (id: string) => {};' },
    { "app/(site)/actions.ts": '"use server";\nexport { erase } from "#lib/needs/mutations";' },
    { "app/(site)/actions.ts": "export const save = formAction({ schema, run });" },
    {
      "components/needs/form.tsx": 'export const Form = () => {\n  async function save() {\n    "use server";\n  }\n};',
    },
  ],
  lawful: { "app/(site)/actions.ts": '"use server";\nexport const save = formAction({ schema, run });' },
};

const DOCUMENTED = /^lib\/[a-z-]+\/([a-z-]+\/)?(queries|mutations|rules)\.ts$/;

const publicFunctionsSpeak: Rule = {
  law: "the public functions of queries, mutations and rules carry a docstring",
  reason: "Units, time zone, refusals, source of the rule: what the types cannot say.",
  broken: ({ sources }) =>
    sources
      .filter(({ path }) => DOCUMENTED.test(path))
      .flatMap(({ path, program, text, comments }) =>
        program.body
          .filter(({ type }) => type === "ExportNamedDeclaration")
          .filter(
            ({ start }) =>
              !comments.some(
                ({ end, value }) => value.startsWith("*") && end < start && !text.slice(end, start).trim(),
              ),
          )
          .map(({ start, end }) => `${path}: ${text.slice(start, end).split("\n")[0]}`)
          .filter((line) => /export (async )?(function|const \w+ = (async )?(\(|<))/.test(line)),
      ),
  planted: [
    { "lib/needs/queries.ts": "export async function listNeeds(at: Date) {}" },
    { "lib/needs/rules.ts": "export const isOpen = (at: Date) => true;" },
  ],
  lawful: { "lib/needs/queries.ts": "/** The needs in order. */\nexport async function listNeeds(at: Date) {}" },
};

export const craftRules: Rule[] = [
  noHole,
  runsAsItIs,
  pagesCompose,
  noScriptNeeded,
  actionsFromOneFactory,
  publicFunctionsSpeak,
];
