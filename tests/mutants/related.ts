import type { House } from "#tests/architecture/house";
import type { Mutant } from "#tests/mutants/find";

const TEST = /^tests\/(unit|integration)\/.*\.test\.tsx?$/;

/** Tests that may notice a change of a file: the few nearest, the quick ones apart; then all the others. */
export type Related = { near: string[][]; far: string[] };

/** The nearest, in groups: each is asked only what those before it did not notice. */
const GROUPS: [room: string, from: number, to: number][] = [
  ["tests/unit/", 0, 4],
  ["tests/integration/", 0, 2],
  ["tests/unit/", 4, Infinity],
  ["tests/integration/", 2, 12],
];

/** Which tests may notice a change: first those that import what is changed, then its file, those beside it, those a step further. */
export function relatedTests({ sources }: House): (place: Pick<Mutant, "file" | "symbol">) => Related {
  const importers = new Map<string, string[]>();
  const users = new Map<string, string[]>();
  for (const { path, imports } of sources)
    for (const { target, typeOnly, names } of imports) {
      if (typeOnly) continue;
      importers.set(target, [...(importers.get(target) ?? []), path]);
      for (const name of names) users.set(`${target} ${name}`, [...(users.get(`${target} ${name}`) ?? []), path]);
    }
  const tests = sources.map(({ path }) => path).filter((path) => TEST.test(path));
  return ({ file, symbol }) => {
    const steps = new Map([[file, 0]]);
    for (const [path, from] of steps)
      for (const importer of importers.get(path) ?? []) if (!steps.has(importer)) steps.set(importer, from + 1);
    const within = (test: string, most: number) => (steps.get(test) ?? Infinity) <= most;
    const using = new Set(users.get(`${file} ${symbol}`));
    const isBeside = (test: string) => test.split("/")[2] === file.split("/")[1];
    const nearness = (test: string) =>
      (using.has(test) ? 8 : 0) + (within(test, 1) ? 4 : 0) + (isBeside(test) ? 2 : 0) + (within(test, 2) ? 1 : 0);
    const related = tests.filter((test) => steps.has(test) || isBeside(test)).sort((a, b) => nearness(b) - nearness(a));
    const near = GROUPS.map(([room, from, to]) =>
      related.filter((test) => test.startsWith(room) && nearness(test) > 0).slice(from, to),
    );
    return { near, far: related.filter((test) => !near.flat().includes(test)) };
  };
}
