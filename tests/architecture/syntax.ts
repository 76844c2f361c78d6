import type { Node } from "oxc-parser";
import { type House, nodesIn, type Source } from "#tests/architecture/house";
import { lineAt } from "#tests/architecture/rule";

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
