import type { House } from "#tests/architecture/house";

const TEST = /^tests\/(unit|integration)\/.*\.test\.tsx?$/;

/** Tests that may notice a change of a file: the few nearest, the quick ones apart; then all the others. */
export type Related = { near: string[][]; far: string[] };

const ROOMS = ["tests/unit/", "tests/integration/"];
/** In each room: what they do not notice is asked of the others in one go. */
const NEAREST = 4;

/** Which tests may notice a change of each file, nearest first. */
export function relatedTests({ sources }: House): (file: string) => Related {
  const importers = new Map<string, string[]>();
  for (const { path, imports } of sources)
    for (const { target, typeOnly } of imports)
      if (!typeOnly) importers.set(target, [...(importers.get(target) ?? []), path]);
  const tests = sources.map(({ path }) => path).filter((path) => TEST.test(path));
  return (file) => {
    const reached = new Set([file]);
    for (const path of reached) for (const importer of importers.get(path) ?? []) reached.add(importer);
    const direct = new Set(importers.get(file));
    const isBeside = (test: string) => test.split("/")[2] === file.split("/")[1];
    const nearness = (test: string) => (direct.has(test) ? 2 : 0) + (isBeside(test) ? 1 : 0);
    const related = tests
      .filter((test) => reached.has(test) || isBeside(test))
      .sort((a, b) => nearness(b) - nearness(a));
    const near = ROOMS.map((room) =>
      related.filter((test) => test.startsWith(room) && nearness(test) > 0).slice(0, NEAREST),
    );
    return { near, far: related.filter((test) => !near.flat().includes(test)) };
  };
}
