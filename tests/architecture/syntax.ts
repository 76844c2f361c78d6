import { type Node, visitorKeys } from "oxc-parser";
import type { House, Source } from "#tests/architecture/house";
import { lineAt } from "#tests/architecture/rule";

function* nodesIn(node: Node): Generator<Node> {
  yield node;
  const parts = node as unknown as Record<string, Node | (Node | null)[] | null | undefined>;
  for (const key of visitorKeys[node.type] ?? []) {
    for (const child of [parts[key]].flat()) if (child) yield* nodesIn(child);
  }
}

/**
 * Judges every piece of syntax of some files.
 * @param files which ones
 * @param judge says what is wrong with a piece, or nothing
 * @returns a line for each fault: file, line, what
 */
export function faults(
  { sources }: House,
  files: (file: string) => boolean,
  judge: (node: Node, source: Source) => string | false | null | undefined,
): string[] {
  const found: string[] = [];
  for (const source of sources.filter(({ path }) => files(path))) {
    for (const node of nodesIn(source.program)) {
      const fault = judge(node, source);
      if (fault) found.push(`${source.path}:${lineAt(source.text, node.start)} ${fault}`);
    }
  }
  return found;
}

/** Whether a piece of syntax is one of these names standing alone. */
export const isNamed = (node: Node, ...names: string[]): boolean =>
  node.type === "Identifier" && names.includes(node.name);

/** Whether it reads a member of a name: isMember(node, "Date", "now") for Date.now; any member when none is named. */
export const isMember = (node: Node, object: string, property?: string): boolean =>
  node.type === "MemberExpression" && isNamed(node.object, object) && (!property || isNamed(node.property, property));
