import type { Argument, Node } from "oxc-parser";
import { Prisma } from "#prisma/client";
import { type House, nodesIn, type Source } from "#tests/architecture/house";
import { CAPABILITIES, folderOf, NOUNS, PLATFORM, type Rule, within } from "#tests/architecture/rule";
import { faults, isMember, isNamed } from "#tests/architecture/syntax";

/** Files that write under another name: nothing of a request calls them. Each says why. */
const LISTED: Record<string, string> = {
  "lib/platform/queue.ts": "what enqueue is made of",
  "lib/mail/delivery.ts": "the job that delivers a message",
  "lib/jobs/queues.ts": "makes the queues before the first job",
  "lib/jobs/sweep.ts": "the job that finds what was left behind",
  "lib/jobs/purge-expired.ts": "the job that deletes what has expired",
  "lib/content/seed.ts": "loads content/ before the first request",
  "lib/content/seed-library.ts": "the same, for what stands alone",
  "lib/content/seed-webinars.ts": "the same, for cycles and their sessions",
  "lib/commands/seed-bulk.ts": "a command, for measures",
};

/** Written by a GET, knowingly. */
const KEPT_ON_READ: Record<string, string> = {
  "lib/auth/activity-mutations.ts":
    "being there is what keeps a session: when the team last asked for a page is all it writes",
  "lib/search/fruitless-mutations.ts":
    "how often words found nothing on a day, which no visitor can see: editors learn from it which synonyms to add",
};

/** What they write never commits: nothing that they import is followed. */
const ROLLED_BACK: Record<string, string> = {
  "lib/desks/preview-mutations.ts":
    "the public page of a working copy is drawn in a transaction in which it is published, and that is rolled back",
};

/** Routes that answer a GET beside a POST that writes. */
const ANSWERS_BOTH: Record<string, string> = {
  "app/api/auth/[...nextauth]/route.ts":
    "the protocol of next-auth: its GETs read, its POSTs carry a token against forgery, and what is not used answers 404 or 405",
};

/** Acts of a table or of a client that nothing else has; of a text that is not written there, nobody knows what it does. */
const OF_ONE = /^(create|update)Many(AndReturn)?$|^(upsert|deleteMany|\$executeRaw(Unsafe)?|\$queryRawUnsafe)$/;
/** Acts that maps, hashes and addresses have too. */
const OF_OTHERS_TOO = /^(create|update|delete)$/;
const CLIENTS = /^(db|tx|client|prisma|transaction)$/;
const STATEMENT = /\b(INSERT\s+INTO|(?<!FOR\s+(NO\s+KEY\s+)?)UPDATE|DELETE\s+FROM|MERGE\s+INTO|TRUNCATE)\b/i;

/** How a client names its tables. */
const TABLES = new Set(Object.keys(Prisma.ModelName).map((name) => name.charAt(0).toLowerCase() + name.slice(1)));
/** Files whose import has another name than what is written. */
const COMPUTED: Record<string, string> = {
  "app/(site)/apercu/[token]/page.tsx": "public pages, found by the address of an item: each answers GETs of its own",
  "lib/platform/postgres-programs.ts": "the package that holds PostgreSQL is named after the machine",
};

function nameOf(node: Node | null | undefined): string {
  if (node?.type === "MemberExpression") return nameOf(node.property);
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  return node?.type === "Identifier" ? node.name : "";
}

/** What a piece of syntax may be worth, without what only chooses or only speaks of types. */
function* worths(node: Node): Generator<Node> {
  if (node.type === "ConditionalExpression") for (const way of [node.consequent, node.alternate]) yield* worths(way);
  else if (node.type === "LogicalExpression") for (const way of [node.left, node.right]) yield* worths(way);
  else if (/^(TS(As|Satisfies|NonNull)|Parenthesized|Chain)Expression$/.test(node.type))
    yield* worths((node as Node & { expression: Node }).expression);
  else yield node;
}

/** The names that some syntax gives, and to what. */
function given(node: Node): [target: Node, value: Node][] {
  if (node.type === "VariableDeclarator") return node.init ? [[node.id, node.init]] : [];
  const gives = node.type === "AssignmentExpression" || node.type === "AssignmentPattern";
  return gives ? [[node.left, node.right]] : [];
}

const keysOf = (target: Node): { key: Node; value: Node }[] =>
  target.type === "ObjectPattern"
    ? target.properties.flatMap((one) => (one.type === "Property" ? [{ key: one.key, value: one.value }] : []))
    : [];

/** What a file calls the clients of the database and their tables. */
class Names {
  private readonly clients = new Set<string>();
  private readonly tables = new Set<string>();

  constructor({ program, imports }: Source) {
    for (const { target, names, locals } of imports)
      if (target === "lib/platform/db.ts")
        for (const [index, local] of locals.entries()) if (names[index] === "db") this.clients.add(local);
    const nodes = [...nodesIn(program)];
    const names = nodes.flatMap(given);
    const keys = nodes.flatMap(keysOf);
    for (const { key, value } of keys) if (TABLES.has(nameOf(key))) this.tables.add(nameOf(value));
    for (let before = -1; before !== this.clients.size + this.tables.size; ) {
      before = this.clients.size + this.tables.size;
      for (const [target, value] of names) {
        if (target.type === "Identifier" && this.isClient(value)) this.clients.add(target.name);
        if (target.type === "Identifier" && this.isTable(value)) this.tables.add(target.name);
        if (this.isClient(value)) for (const one of keysOf(target)) this.tables.add(nameOf(one.value));
      }
    }
  }

  private isClient(value: Node): boolean {
    return [...worths(value)].some((node) => CLIENTS.test(nameOf(node)) || this.clients.has(nameOf(node)));
  }

  /** db.need, tx.registration, whatever the client or the table is called here. */
  isTable(value: Node): boolean {
    return [...worths(value)].some((node) =>
      node.type === "Identifier"
        ? TABLES.has(node.name) || this.tables.has(node.name)
        : node.type === "MemberExpression" && (TABLES.has(nameOf(node)) || this.isClient(node.object)),
    );
  }
}

const known = new WeakMap<Source, Names>();
function namesIn(source: Source): Names {
  const names = known.get(source) ?? new Names(source);
  known.set(source, names);
  return names;
}

const saysWhatToWrite = (argument: Argument | undefined): boolean =>
  argument?.type === "ObjectExpression" &&
  argument.properties.some(({ type, ...property }) => "key" in property && /^(data|where)$/.test(nameOf(property.key)));

const textOf = (node: Node): string => {
  if (node.type === "TemplateLiteral") return node.quasis.map(({ value }) => value.raw).join("?");
  return node.type === "Literal" && typeof node.value === "string" ? node.value : "";
};

/** What a piece of syntax writes. */
function writing(node: Node, source: Source): string | null {
  // A table's act is taken even when it is not called at once.
  if (node.type === "MemberExpression") {
    const act = nameOf(node);
    const isAct = OF_ONE.test(act) || (OF_OTHERS_TOO.test(act) && namesIn(source).isTable(node.object));
    return isAct ? `writes: ${act}` : null;
  }
  if (node.type === "VariableDeclarator" || node.type === "ObjectPattern") {
    const isTable = node.type === "VariableDeclarator" && !!node.init && namesIn(source).isTable(node.init);
    const keys = keysOf(node.type === "VariableDeclarator" ? node.id : node).map(({ key }) => nameOf(key));
    const act = keys.find((key) => OF_ONE.test(key) || (isTable && OF_OTHERS_TOO.test(key)));
    return act ? `writes: ${act}` : null;
  }
  if (node.type === "TaggedTemplateExpression") {
    const raw = /^(\$queryRaw|sql)$/.test(nameOf(node.tag)) && STATEMENT.test(textOf(node.quasi));
    return raw ? "writes: SQL" : null;
  }
  if (node.type !== "CallExpression") return null;
  const [called, [first]] = [nameOf(node.callee), node.arguments];
  if (/^(\$queryRaw|raw)$/.test(called) && first && STATEMENT.test(textOf(first))) return "writes: SQL";
  if (/^enqueue/.test(called)) return `writes: ${called}`;
  if (node.callee.type !== "MemberExpression") return null;
  if (/^(penalty|consume|reward|block)$/.test(called)) return `counts: ${called}`;
  if (/^(send|insert|publish|schedule)$/.test(called) && nameOf(node.callee.object) === "boss") return `writes: a job`;
  return OF_OTHERS_TOO.test(called) && saysWhatToWrite(first) ? `writes: ${called}` : null;
}

/** Exceptions that are none any more: their file is gone, or writes nothing. */
export function spentExceptions(house: House): string[] {
  const written = writtenIn(house, () => true);
  const isThere = (file: string) => house.sources.some(({ path }) => path === file);
  return [
    ...[...Object.keys(LISTED), ...Object.keys(KEPT_ON_READ)].filter((file) => !written.has(file)),
    ...[ANSWERS_BOTH, COMPUTED, ROLLED_BACK].flatMap((files) => Object.keys(files)).filter((file) => !isThere(file)),
  ];
}

const writtenIn = (house: House, files: (file: string) => boolean): Set<string | undefined> =>
  new Set(faults(house, files, writing).map((line) => line.split(":")[0]));

const isNamedMutations = (file: string) => /^lib\/.*[/-]mutations\.ts$/.test(file);

/** Every noun says `mutations`; a capability, or what stands above the nouns, may say of what. */
const saysThatItWrites = (file: string): boolean =>
  /\/mutations\.ts$/.test(file) || (!NOUNS.includes(folderOf(file)) && isNamedMutations(file));

const mayNotWrite = (file: string) =>
  within(file, ["lib/", "app/", "components/"]) && !saysThatItWrites(file) && !Object.hasOwn(LISTED, file);

const writesAreNamed: Rule = {
  law: "a file that writes is called mutations",
  reason:
    "Who reads an import knows whether it changes something. A capability says of what: session-mutations. Jobs are listed in this test, with what they are for.",
  broken: (house) => [
    ...faults(house, mayNotWrite, writing),
    ...house.sources
      .filter(({ path }) => [...PLATFORM, ...CAPABILITIES, ...NOUNS].includes(folderOf(path)) && mayNotWrite(path))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ target, typeOnly }) => path.startsWith("lib/") && !typeOnly && isNamedMutations(target))
          .map(({ specifier }) => `${path} writes through ${specifier}`),
      ),
  ],
  planted: [
    { "lib/needs/queries.ts": "export const a = (tx) => tx.need.create({ data });" },
    { "lib/needs/queries.ts": "export const a = (tx) => tx.need.update(change);" },
    { "lib/needs/queries.ts": "export const a = (tx) => tx.need.delete;" },
    { "lib/needs/queries.ts": "export const a = (table) => table.update({ where: { id }, data });" },
    { "lib/needs/queries.ts": "export const a = (table) => table.updateManyAndReturn(all);" },
    { "lib/needs/queries.ts": "export const a = (tx) => tx.need.upsert(all);" },
    { "lib/needs/queries.ts": "export const a = ({ need }) => need.deleteMany();" },
    { "lib/needs/queries.ts": 'export const a = (tx) => tx.$executeRaw`LOCK TABLE "Need"`;' },
    { "lib/needs/queries.ts": "export const a = (tx) => tx.$executeRawUnsafe(text);" },
    {
      "lib/needs/queries.ts":
        'export const a = (tx) => tx.$queryRaw`\n  INSERT INTO "Need" DEFAULT VALUES RETURNING 1`;',
    },
    { "lib/needs/queries.ts": 'export const a = (tx) => tx.$queryRawUnsafe(\'UPDATE "Need" SET "title" = 1\');' },
    { "lib/needs/queries.ts": 'export const a = Prisma.sql`WITH gone AS (DELETE FROM "Need" RETURNING 1) SELECT 1`;' },
    { "lib/needs/queries.ts": "export const a = (tx) => tx.$queryRawUnsafe(text);" },
    { "lib/needs/queries.ts": "const { $queryRawUnsafe: run } = tx; export const a = run(text);" },
    { "lib/needs/queries.ts": "export const a = Prisma.raw('DELETE FROM \"Need\"');" },
    { "lib/needs/queries.ts": "const x = db; export const a = () => x.need.create(made);" },
    { "lib/needs/queries.ts": "const x = db; const y = x; export const a = (noun) => y[noun].update(change);" },
    { "lib/needs/queries.ts": "let x; x = own ?? db; export const a = (noun) => x[noun].delete(which);" },
    { "lib/needs/queries.ts": "export const a = (x: Transaction) => x.need.create(made);" },
    { "lib/needs/queries.ts": "export const a = (x = db) => x['need'].delete(which);" },
    { "lib/needs/queries.ts": "const x = db as Client; const t = x[noun]; export const a = t.update(change);" },
    { "lib/needs/queries.ts": "const { need: t } = x; export const a = t.update(change);" },
    { "lib/needs/queries.ts": "const { [noun]: t } = db; export const a = t.update(change);" },
    { "lib/needs/queries.ts": "const { create } = db.need; export const a = create(made);" },
    {
      "lib/needs/queries.ts":
        'import { db as x } from "#lib/platform/db"; export const a = (noun) => x[noun].create(made);',
    },
    { "lib/needs/queries.ts": "export const a = (tx) => enqueueMail(tx, mail);" },
    { "lib/needs/queries.ts": "export const a = (boss) => boss.send('mail', {});" },
    { "lib/abuse/limits.ts": "export const a = (counter, key) => counter.penalty(key);" },
    { "lib/abuse/limits.ts": "export const a = (counter, key) => counter.consume(key, 2);" },
    { "lib/needs/need-mutations.ts": "export const a = (tx) => tx.need.create({ data });" },
    { "lib/mail/outbox.ts": "export const a = (tx) => tx.outgoingMail.create({ data });" },
    { "lib/jobs/another.ts": "export const a = (tx) => tx.outgoingMail.deleteMany();" },
    { "app/(site)/actions.ts": "export const a = (tx) => tx.need.create({ data });" },
    { "lib/needs/rules.ts": 'import { saveNeed } from "#lib/needs/mutations";' },
    { "lib/abuse/assess.ts": 'import { countForm } from "#lib/abuse/form-mutations";' },
  ],
  lawful: {
    "lib/needs/mutations.ts": "export const a = (tx) => tx.need.create({ data });",
    "lib/needs/matching/mutations.ts": "export const a = (tx) => tx.need.create({ data });",
    "lib/mail/outbox-mutations.ts": "export const a = (tx) => enqueueMail(tx, mail);",
    "lib/jobs/purge-expired.ts": "export const a = (tx) => tx.userSession.deleteMany();",
    "lib/needs/queries.ts":
      'import type { Saved } from "#lib/needs/mutations"; export const a = (tx) => tx.$queryRaw`SELECT 1 FROM "Need" FOR UPDATE`; export const b = Prisma.sql`SELECT "updatedAt" FROM "Need" FOR NO KEY UPDATE`;',
    "lib/platform/text.ts":
      'export const a = (url) => url.searchParams.delete("x"); export const b = createHash("x").update(text); export const c = (set) => set.delete("where"); export const d = (transport) => transport.send(mail);',
  },
};

/** What answers a GET: pages and all that surrounds them, routes, feeds, the front. */
function answersGet({ path, exports }: Source): boolean {
  if (within(path, ["lib/feeds/", "lib/edge/front/", "proxy.ts"])) return true;
  if (!path.startsWith("app/") || path.endsWith("/actions.ts") || Object.hasOwn(ANSWERS_BOTH, path)) return false;
  return !path.endsWith("/route.ts") || exports.some((name) => ["GET", "HEAD", "*"].includes(name));
}

/** An action runs on a POST only: a page that is given one runs nothing of it. */
const isBoundary = (source: Source) => source.path.endsWith("/actions.ts") && /^["']use server["']/.test(source.text);

/** The ways from what answers a GET to what writes, each as the files that it goes through. */
function waysToWrites(house: House): string[] {
  const sources = new Map(house.sources.map((source) => [source.path, source]));
  const written = writtenIn(house, (file) => file.startsWith("lib/"));
  const writes = (file: string) => !Object.hasOwn(KEPT_ON_READ, file) && (isNamedMutations(file) || written.has(file));
  return house.sources.filter(answersGet).flatMap((root) => {
    const seen = new Set([root.path]);
    const queue: string[][] = [[root.path]];
    for (const way of queue) {
      const here = way.at(-1) ?? "";
      if (Object.hasOwn(ROLLED_BACK, here)) continue;
      if (writes(here)) return [way.join(" → ")];
      const source = sources.get(here);
      if (!source || isBoundary(source)) continue;
      for (const { target, typeOnly } of source.imports) {
        if (typeOnly || seen.has(target) || !within(target, ["app/", "components/", "lib/"])) continue;
        seen.add(target);
        queue.push([...way, target]);
      }
    }
    return [];
  });
}

const PAGE = "app/(site)/inscriptions/[token]/page.tsx";

const importsAreSaid: Rule = {
  law: "what a file needs is said by an import, of a name that is written",
  reason: "The laws read imports: what is required, or whose name is computed, they do not see.",
  broken: (house) =>
    faults(
      house,
      (file) => /^(lib|app|components)\//.test(file) && !Object.hasOwn(COMPUTED, file),
      (node) =>
        node.type === "TSExternalModuleReference"
          ? "requires"
          : node.type === "ImportExpression"
            ? node.source.type !== "Literal" && "imports what is computed"
            : node.type === "Identifier" &&
              /^(require|createRequire|getBuiltinModule)$/.test(node.name) &&
              `uses ${node.name}`,
    ),
  planted: [
    { [PAGE]: 'const { saveNeed } = require("#lib/needs/mutations");' },
    { [PAGE]: 'const load = require; const { saveNeed } = load("#lib/needs/mutations");' },
    { [PAGE]: 'import saved = require("#lib/needs/mutations");' },
    {
      "lib/needs/queries.ts":
        'import { createRequire as make } from "node:module"; make(import.meta.url)("./mutations");',
    },
    { "lib/needs/queries.ts": 'import * as module from "node:module"; module.createRequire(here)("./mutations");' },
    { "lib/needs/queries.ts": "const { saveNeed } = await import(name);" },
    { "lib/needs/queries.ts": 'const { saveNeed } = await import("#lib/" + noun);' },
  ],
  lawful: {
    [PAGE]: 'const { findNeed } = await import("#lib/needs/queries"); export const a = set.required;',
  },
};

const noWriteOnGet: Rule = {
  law: "nothing that answers a GET reaches what writes, through any number of files",
  reason: "A GET never changes state: robots, previews and mail scanners follow every link.",
  broken: waysToWrites,
  planted: [
    { [PAGE]: 'import { requestCancellation } from "#lib/enrolment/seat/mutations";' },
    { [PAGE]: 'import { confirmAddress } from "#lib/address-changes/mutations";' },
    { [PAGE]: 'import { leaveCycle } from "#lib/enrolment/cycle/mutations";' },
    { "app/(back-office)/page.tsx": 'import { deletePartnerLink } from "#lib/partner-links/mutations";' },
    { "app/(back-office)/page.tsx": 'import { cancelRegistrant } from "#lib/roster/mutations";' },
    { "app/(back-office)/page.tsx": 'import { openSession } from "#lib/auth/session-mutations";' },
    { "app/(back-office)/layout.tsx": 'const { saveNeed } = await import("#lib/needs/mutations");' },
    { "app/sitemap.ts": 'import { saveNeed } from "#lib/needs/mutations";' },
    { "lib/feeds/atom.ts": 'import { saveNeed } from "#lib/needs/mutations";' },
    {
      "app/(site)/rappels/route.ts":
        'import { leaveCycle } from "#lib/enrolment/cycle/mutations"; export async function GET() {}',
    },
    {
      "app/api/route.ts":
        'import { save } from "#lib/needs/mutations"; export async function GET() {} export async function POST() {}',
    },
    {
      "app/api/route.ts": 'import { save } from "#lib/needs/mutations"; const answer = save; export { answer as GET };',
    },
    { "app/api/route.ts": 'import { handlers } from "#lib/needs/mutations"; export const { GET } = handlers;' },
    { "app/api/route.ts": 'import { answer } from "#lib/needs/mutations"; export let GET = answer;' },
    { "proxy.ts": 'import { saveNeed } from "#lib/needs/mutations";' },
    {
      [PAGE]: 'import { findPage } from "#lib/enrolment/page/queries";',
      "lib/enrolment/page/queries.ts": 'import { confirmAddress } from "#lib/address-changes/mutations";',
    },
    {
      "app/(back-office)/page.tsx": 'import { Screen } from "#components/back-office/screen";',
      "components/back-office/screen.tsx": 'import { act } from "#lib/partner-links/rules";',
      "lib/partner-links/rules.ts": 'export { deletePartnerLink } from "#lib/partner-links/mutations";',
    },
    {
      "app/(site)/page.tsx": 'import { listNeeds } from "#lib/needs/queries";',
      "lib/needs/queries.ts": "export const listNeeds = (tx) => tx.need.updateMany({ data });",
    },
    {
      "app/(site)/page.tsx": 'import { save } from "#app/(site)/actions";',
      "app/(site)/actions.ts": 'import { save } from "#lib/needs/mutations";',
    },
  ],
  lawful: {
    "app/(site)/page.tsx":
      'import { save } from "#app/(site)/actions"; import type { Saved } from "#lib/needs/mutations";',
    "app/(site)/actions.ts": '"use server";\nimport { saveNeed } from "#lib/needs/mutations";',
    "app/(site)/fichier.csv/route.ts": 'import { save } from "#lib/needs/mutations"; export async function POST() {}',
    "app/(back-office)/page.tsx": 'import { keepSession } from "#lib/auth/activity-mutations";',
  },
};

const actionsAreGiven: Rule = {
  law: "an action is given to a form, never called while a page is drawn",
  reason: "It writes: called in the body of a page or of a route, it answers a GET.",
  broken: (house) => {
    const called = (source: Source) => {
      const actions = source.imports.flatMap(({ target, locals }) => (/\/actions(\.ts)?$/.test(target) ? locals : []));
      const others = [...nodesIn(source.program)].flatMap(given);
      for (let before = -1; before !== actions.length; ) {
        before = actions.length;
        for (const [target, value] of others)
          if (target.type === "Identifier" && !actions.includes(target.name))
            if ([...worths(value)].some((node) => isNamed(node, ...actions))) actions.push(target.name);
      }
      return actions;
    };
    return faults(
      house,
      (file) => /^(app|components)\//.test(file) && !file.endsWith("/actions.ts"),
      (node, source) =>
        node.type === "CallExpression" &&
        (isNamed(node.callee, ...called(source)) ||
          called(source).some((name) => isMember(node.callee, name, "call"))) &&
        "calls an action",
    );
  },
  planted: [
    {
      [PAGE]:
        'import { cancelSeat } from "#app/(site)/inscriptions/[token]/actions"; export default async () => await cancelSeat({}, data);',
    },
    {
      "app/(site)/route.ts": 'import { save as keep } from "#app/(site)/actions"; export const GET = () => keep(data);',
    },
    { "app/(site)/route.ts": 'import { save } from "#app/(site)/actions"; export const GET = () => save.call(null);' },
    {
      [PAGE]:
        'import { save } from "#app/(site)/actions"; const keep = save; export default async () => { const act = keep as never; await act({}, data); };',
    },
  ],
  lawful: {
    [PAGE]: 'import { cancel } from "#app/(site)/actions"; export const a = { action: cancel.bind(null, "x") };',
  },
};

export const writeRules: Rule[] = [writesAreNamed, importsAreSaid, noWriteOnGet, actionsAreGiven];
