import { STATUS_CODES } from "node:http";
import type { Node } from "oxc-parser";
import { partsOf, type Source } from "#tests/architecture/house";
import { orderKeys } from "#tests/mutants/order-keys";

/** One change of one file, which a test should notice. */
export type Mutant = {
  file: string;
  /** What holds it, at the top of the file. */
  symbol: string;
  /** The file, the names that lead there, what is changed: the same wherever the line moves. */
  id: string;
  start: number;
  end: number;
  becomes: string;
};

type Change = { names: readonly string[]; what: string; start: number; end: number; becomes: string };
/** Whether the numbers met here are bounds, and which way a bound is worth breaking. */
type Place = { names: readonly string[]; bounds: "up" | "down" | null };

/** Functions whose numbers say how much is too much, or too little. */
const BOUNDING = /^(requiredText|optionalText|linesOf|wholeNumber|optionalNumber|max|min|length|gate|semaphore)$/;
const CONSTANT = /^[A-Z][A-Z0-9_]*$|[pP]riority/;
const SHRINKS = /(ms|seconds?|minutes?|hours?|days?|duration|delay|min|take)$/i;
/** Names of pieces of SQL that are lists of keys. */
const LIST = /^BY_|order|newest/i;
const waysOf = (name: string) => (SHRINKS.test(name) ? "down" : "up");

const nameOf = (node: Node | null | undefined): string =>
  node?.type === "Identifier" ? node.name : node?.type === "Literal" ? String(node.value) : "";

/** The place inside a piece of syntax: one more name, and perhaps where numbers begin to be bounds. */
function inside(node: Node, { names, bounds }: Place): Place {
  const at = (name: string, here = bounds): Place => ({ names: [...names, name], bounds: here });
  if (node.type === "FunctionDeclaration") return at(nameOf(node.id));
  if (node.type === "AssignmentPattern") return at(nameOf(node.left), "up");
  if (node.type === "VariableDeclarator") {
    const name = nameOf(node.id);
    return at(name, CONSTANT.test(name) ? waysOf(name) : bounds);
  }
  if (node.type === "Property") {
    const name = nameOf(node.key);
    return at(name, name === "take" || (bounds && SHRINKS.test(name)) ? "down" : bounds);
  }
  if (node.type !== "CallExpression") return { names, bounds };
  const { callee } = node;
  const isMember = callee.type === "MemberExpression";
  const name = nameOf(isMember ? callee.property : callee);
  const isBounding = BOUNDING.test(name) && !(isMember && nameOf(callee.object) === "Math");
  return isBounding ? at(name, waysOf(name)) : { names, bounds };
}

const isNumber = (node: Node) => node.type === "Literal" && typeof node.value === "number";
const holdsNumber = (node: Node): boolean => isNumber(node) || childrenOf(node).some(holdsNumber);

/** What is worth looking at below a piece of syntax. */
function childrenOf(node: Node): Node[] {
  if (node.type === "Property") return [node.value];
  if (node.type === "MemberExpression") return [node.object];
  if (node.type === "TSLiteralType") return [];
  // Of a product of numbers, one is enough.
  if (node.type === "BinaryExpression" && isNumber(node.right) && holdsNumber(node.left)) return [node.left];
  return partsOf(node);
}

/** A code point, in hexadecimal, or a status of HTTP that bears words of its standard name: they bound nothing. */
function isCode(written: string, name = ""): boolean {
  const phrase = STATUS_CODES[written]?.toUpperCase().split(/\W/);
  const isStatus = phrase && (name === "status" || name.split("_").every((word) => phrase.includes(word)));
  return isStatus || /^0x/i.test(written);
}

/** One of two becomes the other; any other number a hundred times as much, or as little. */
function broken(value: number, way: "up" | "down"): number {
  if (value === 0 || value === 1) return 1 - value;
  if (way === "up") return value * 100;
  return Number.isInteger(value) ? Math.ceil(value / 100) : value / 100;
}

function* changesIn(node: Node, text: string, place: Place): Generator<Change> {
  const { names, bounds } = place;
  const { start, end } = node;
  const last = names.at(-1);
  const written = text.slice(start, end);
  const value = node.type === "Literal" ? node.value : undefined;
  if (value === "asc" || value === "desc") {
    const other = value === "asc" ? "desc" : "asc";
    yield { names, what: `${value} → ${other}`, start, end, becomes: `"${other}"` };
  } else if (typeof value === "number" && bounds && !isCode(written, last) && !(last === "take" && value === 1)) {
    const other = String(broken(value, bounds));
    yield { names, what: `${written} → ${other}`, start, end, becomes: other };
  } else if (node.type === "TemplateLiteral" || typeof value === "string") {
    const holes = node.type === "TemplateLiteral" ? node.expressions : [];
    const sql = holes.reduce((rest, { start: from, end: to }) => {
      const [before, after] = [from - start - "${".length, to - start + "}".length];
      return `${rest.slice(0, before)}${"\0".repeat(after - before)}${rest.slice(after)}`;
    }, written);
    for (const { key, ...turned } of orderKeys(
      sql.slice(1, -1),
      node.type === "TemplateLiteral" && LIST.test(last ?? ""),
    )) {
      const from = start + 1;
      yield {
        names,
        what: `${key} reversed`,
        start: from + turned.start,
        end: from + turned.end,
        becomes: turned.becomes,
      };
    }
  }
  for (const child of childrenOf(node)) yield* changesIn(child, text, inside(child, place));
}

/** What could be broken in a file: every order, and every number that bounds something. */
export function mutantsOf({ path, text, program }: Source): Mutant[] {
  const seen = new Map<string, number>();
  return [...changesIn(program, text, { names: [], bounds: null })].map(({ names, what, ...change }) => {
    const id = `${path} ${names.filter(Boolean).join(".")} ${what}`.replace(/\0+/g, "…").replace(/\s+/g, " ");
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return { ...change, file: path, symbol: names[0] ?? "", id: times > 1 ? `${id} (${times})` : id };
  });
}
