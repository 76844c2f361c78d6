import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Comment, type Node, type Program, parseSync, visitorKeys } from "oxc-parser";
import { PROJECT_ROOT } from "#lib/platform/root";

/** Path from the root of the repository → text. */
export type Files = Record<string, string>;

export type Import = {
  /** Path from the root for our own files, the specifier as written for packages. */
  target: string;
  /** As written. */
  specifier: string;
  /** Erased at run time: counts for layering and cycles, not for what a request reaches. */
  typeOnly: boolean;
  names: string[];
  /** What the file calls them. */
  locals: string[];
};

export type Source = {
  path: string;
  text: string;
  program: Program;
  comments: Comment[];
  imports: Import[];
  /** Names under which it exports something; « * » for whatever another file does. */
  exports: string[];
};

/** What the rules read: a set of files, real or planted. */
export type House = { files: Files; sources: Source[] };

const ALIASES: Record<string, [folder: string, extension: string]> = {
  "#lib/": ["lib/", ".ts"],
  "#app/": ["app/", ".ts"],
  "#components/": ["components/", ".tsx"],
  "#tests/": ["tests/", ".ts"],
  "#prisma/": ["prisma/generated/", ".ts"],
};

function resolve(from: string, specifier: string): string {
  for (const [alias, [folder, extension]] of Object.entries(ALIASES)) {
    if (specifier.startsWith(alias)) return `${folder}${specifier.slice(alias.length)}${extension}`;
  }
  return specifier.startsWith(".") ? path.posix.join(path.posix.dirname(from), specifier) : specifier;
}

export function partsOf(node: Node): Node[] {
  const parts = node as unknown as Record<string, Node | (Node | null)[] | null | undefined>;
  return (visitorKeys[node.type] ?? []).flatMap((key) => [parts[key]].flat()).filter((part) => !!part);
}

export function* nodesIn(node: Node): Generator<Node> {
  yield node;
  for (const part of partsOf(node)) yield* nodesIn(part);
}

type Entry = {
  isType: boolean;
  importName: { name: string | null };
  localName: { value?: string; name?: string | null };
};

/** Reads the imports, the re-exports, the dynamic imports and those of types within types of a file. */
function importsOf(
  file: string,
  text: string,
  program: Program,
  module: ReturnType<typeof parseSync>["module"],
): Import[] {
  const made = (specifier: string, entries: Entry[]): Import => ({
    specifier,
    target: resolve(file, specifier),
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    names: entries.map(({ importName }) => importName.name ?? "*"),
    locals: entries.map(({ localName }) => localName.value ?? localName.name ?? "*"),
  });
  const types = [...nodesIn(program)].flatMap((node) => (node.type === "TSImportType" ? [node.source.value] : []));
  const reExports = module.staticExports.flatMap(({ entries }) => entries.filter((entry) => entry.moduleRequest));
  return [
    ...module.staticImports.map(({ moduleRequest, entries }) => made(moduleRequest.value, entries)),
    ...reExports.map((entry) => made(entry.moduleRequest?.value ?? "", [entry])),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => made(text.slice(start + 1, end - 1), [])),
    ...types.map((specifier) => ({ ...made(specifier, []), typeOnly: true })),
  ];
}

function sourceOf(file: string, text: string): Source {
  const { program, comments, module, errors } = parseSync(file, text);
  if (errors.length) throw new Error(`${file}: ${errors.map(({ message }) => message).join(", ")}`);
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.map(({ exportName }) => exportName.name ?? "*"),
  );
  return { path: file, text, program, comments, imports: importsOf(file, text, program, module), exports };
}

const isCode = (file: string) => /\.(tsx?|mjs)$/.test(file) && !file.startsWith("prisma/generated/");

/** A house made of the files given. */
export function houseOf(files: Files): House {
  const code = Object.entries(files).filter(([file]) => isCode(file));
  return { files, sources: code.map(([file, text]) => sourceOf(file, text)) };
}

/** What git would not keep: read in .gitignore, whose lines here are folders, names and one kind of ending. */
function ignored(): (file: string) => boolean {
  const lines = readFileSync(path.join(PROJECT_ROOT, ".gitignore"), "utf8").split("\n").filter(Boolean);
  return (file) =>
    file === ".git/" ||
    // In a second working tree, a file that names the first.
    file === ".git" ||
    lines.some((line) =>
      line.startsWith("*") ? file.endsWith(line.slice(1)) : file === line || file.endsWith(`/${line}`),
    );
}

const BINARY = /\.(png|jpe?g|webp|avif|ico|woff2?|pdf)$/;

/** The repository as it stands on the disk, what git ignores left out. */
export function readHouse(): House {
  const files: Files = {};
  const isIgnored = ignored();
  const walk = (folder: string) => {
    for (const entry of readdirSync(path.join(PROJECT_ROOT, folder), { withFileTypes: true })) {
      const file = `${folder}${entry.name}${entry.isDirectory() ? "/" : ""}`;
      if (isIgnored(file)) continue;
      if (entry.isDirectory()) walk(file);
      else files[file] = BINARY.test(file) ? "" : readFileSync(path.join(PROJECT_ROOT, file), "utf8");
    }
  };
  walk("");
  return houseOf(files);
}
