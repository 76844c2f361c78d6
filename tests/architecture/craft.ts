import type { Expression, Node, Statement } from "oxc-parser";
import { imports, type Rule, within } from "#tests/architecture/rule";
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
      (file) => file.startsWith("app/") && file.endsWith(".tsx") && !/icon\.tsx$/.test(file),
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
          !/(error|not-found)\.tsx$/.test(path),
      )
      .map(({ path }) => `${path} is a client component and holds no form`),
  ],
  planted: [
    { "components/needs/card.tsx": 'import Link from "next/link";' },
    { "components/needs/card.tsx": '"use client";\nimport { useState } from "react";' },
    { "app/(site)/page.tsx": 'import { Suspense } from "react";' },
    { "app/(site)/page.tsx": 'import { cookies } from "next/headers";' },
  ],
  lawful: { "components/registrations/form.tsx": '"use client";\nimport { useActionState } from "react";' },
};

const standInIsNamed: Rule = {
  law: "pages of the site carry nothing of what stands in for them: one not-found, and it is a client component",
  reason:
    "The framework draws it into each page it sends, and no visitor sees it: the front sends a page of ours. It was half of what was drawn.",
  broken: (house) =>
    house.sources
      .filter(({ path }) => isPublic(path) && path.endsWith("/not-found.tsx") && path.startsWith("app/"))
      .filter(({ path, program }) => path !== "app/not-found.tsx" || !isDirective(program.body[0], "use client"))
      .map(({ path }) => `${path} is drawn into every page`),
  planted: [
    { "app/not-found.tsx": "export default () => <NotFound />;" },
    { "app/(site)/not-found.tsx": '"use client";\nexport default () => <NotFound />;' },
    { "app/(site)/avis/[token]/not-found.tsx": "export default () => <UnknownSurvey />;" },
  ],
  lawful: {
    "app/not-found.tsx": '"use client";\nexport default () => <NotFound />;',
    "app/(back-office)/administration/not-found.tsx": "export default () => <Missing />;",
  },
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

const DOCUMENTED = /^lib\/.*[/-](queries|mutations|rules)\.ts$/;

/** Names that already say what is counted, or in what. */
const WITH_UNIT = /(minutes?|seconds?|ms|days?|year|month|page|count|index|position|port|status|priority)$/i;

type Signature = { parameters: Node[]; returns: string };

/** Every function that a statement exports, by its name. */
function* signaturesOf(statement: Statement, text: string): Generator<[name: string, Signature]> {
  if (statement.type !== "ExportNamedDeclaration") return;
  const { declaration } = statement;
  const signature = (made: { params: Node[]; returnType?: Node | null }): Signature => ({
    parameters: made.params,
    returns: made.returnType ? text.slice(made.returnType.start, made.returnType.end) : "",
  });
  if (declaration?.type === "FunctionDeclaration") yield [declaration.id?.name ?? "", signature(declaration)];
  if (declaration?.type !== "VariableDeclaration") return;
  for (const { id, init } of declaration.declarations) {
    if (init?.type === "ArrowFunctionExpression" && id.type === "Identifier") yield [id.name, signature(init)];
  }
}

/** What each parameter is called, and its type as it is written: those of an object given whole are its own. */
function* typedNames(parameter: Node, text: string): Generator<[name: string, type: string]> {
  const target = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
  const type = "typeAnnotation" in target ? target.typeAnnotation : null;
  if (!type || !("typeAnnotation" in type)) return;
  if (target.type === "Identifier") yield [target.name, text.slice(type.start, type.end)];
  if (type.typeAnnotation?.type !== "TSTypeLiteral") return;
  for (const member of type.typeAnnotation.members) {
    if (member.type === "TSPropertySignature" && member.key.type === "Identifier" && member.typeAnnotation)
      yield [member.key.name, text.slice(member.typeAnnotation.start, member.typeAnnotation.end)];
  }
}

/** What of a function its types leave unsaid; null when they say everything. */
function unsaid(name: string, { parameters, returns }: Signature, text: string): string | null {
  if (/\bResult</.test(returns)) return "why it refuses";
  if (/\|\s*(null|undefined)\s*>?$/.test(returns) && !name.startsWith("find")) return "when it answers nothing";
  const names = parameters.flatMap((parameter) => [...typedNames(parameter, text)]);
  const number = names.find(([called, type]) => /^:\s*number\b/.test(type) && !WITH_UNIT.test(called));
  if (number) return `the unit of ${number[0]}`;
  const instant = names.find(([called, type]) => /^:\s*Date\b/.test(type) && !/^at$|At$|^instant$/.test(called));
  return instant ? `which instant ${instant[0]} is` : null;
}

const typesSayTheRest: Rule = {
  law: "the public functions of queries, mutations and rules say what their types cannot",
  reason:
    "Why it refuses, when it answers nothing, the unit of a number, which instant: `at` is the present one, or that of the act; a `find…` answers null when there is none.",
  broken: ({ sources }) =>
    sources
      .filter(({ path }) => DOCUMENTED.test(path))
      .flatMap(({ path, program, text, comments }) =>
        program.body.flatMap((statement) => {
          const isSaid = comments.some(
            ({ end, value }) =>
              value.startsWith("*") && end < statement.start && !text.slice(end, statement.start).trim(),
          );
          return [...signaturesOf(statement, text)].flatMap(([name, signature]) => {
            const missing = isSaid ? null : unsaid(name, signature, text);
            return missing ? [`${path}: ${name} does not say ${missing}`] : [];
          });
        }),
      ),
  planted: [
    { "lib/needs/mutations.ts": 'export async function saveNeed(): Promise<Result<object, "stale">> {}' },
    {
      "lib/needs/mutations.ts":
        'export const saveNeed = (tx: Tx): Result<{ id: string }, "gone" | "stale"> => write(tx);',
    },
    { "lib/auth/session-mutations.ts": 'export async function open(): Promise<Result<object, "refused">> {}' },
    { "lib/needs/queries.ts": "export async function nextNeed(at: Date): Promise<Need | null> {}" },
    { "lib/needs/matching/rules.ts": "export const needOf = (words: string): Need | undefined => known.get(words);" },
    { "lib/needs/rules.ts": "export const isLong = (length: number) => length > 3;" },
    { "lib/needs/rules.ts": "export const isLong = ({ length }: { length: number }) => length > 3;" },
    { "lib/needs/rules.ts": "export function cut(words: string, length = 3, width: number) {}" },
    { "lib/needs/rules.ts": "export const isOpen = (from: Date) => true;" },
  ],
  lawful: {
    "lib/needs/queries.ts":
      "export async function findNeed(slug: string, at: Date): Promise<Need | null> {}\nexport const listNeeds = (at: Date): Promise<Need[]> => load(at);",
    "lib/needs/rules.ts":
      "export const isLong = (durationMinutes: number) => durationMinutes > 3;\n/** In characters. */\nexport const isShort = (length: number) => length < 3;\nconst part = (length: number) => length;",
    "lib/needs/mutations.ts":
      '/** The second of two editors is refused. */\nexport async function saveNeed(): Promise<Result<object, "stale">> {}',
    "lib/needs/labels.ts": "export const words = (length: number): string | null => null;",
  },
};

const sameCases: Rule = {
  law: "properties draw their cases through tests/support/properties",
  reason: "It gives the seed: otherwise a run fails on a case that no other run draws.",
  broken: (house) =>
    imports(
      house,
      (file) => within(file, ["tests/"]) && file !== "tests/support/properties.ts",
      ({ target }) => target === "fast-check",
    ),
  planted: [{ "tests/unit/a.test.ts": 'import fc from "fast-check";' }],
  lawful: { "tests/support/properties.ts": 'import fc from "fast-check";' },
};

export const craftRules: Rule[] = [
  noHole,
  runsAsItIs,
  pagesCompose,
  noScriptNeeded,
  standInIsNamed,
  actionsFromOneFactory,
  typesSayTheRest,
  sameCases,
];
