import type { House } from "#tests/architecture/house";

const TEST = /^tests\/(unit|integration)\/.*\.test\.tsx?$/;

/** Tests that may notice a change of a file: those beside it or that import it, the quick ones first; then all that reach it. */
export type Related = { near: string[][]; far: string[] };

/** Which tests may notice a change of each file, nearest first. */
export function relatedTests({ sources }: House): (file: string) => Related {
  const importers = new Map<string, string[]>();
  for (const { path, imports } of sources)
    for (const { target, typeOnly } of imports)
      if (!typeOnly) importers.set(target, [...(importers.get(target) ?? []), path]);
  const tests = sources.map(({ path }) => path).filter((path) => TEST.test(path));
  return (file) => {
    const folder = file.split("/")[1] ?? "";
    const mirrors = tests.filter((test) => test.split("/")[2] === folder);
    const reached = new Set([file]);
    for (const path of reached) for (const importer of importers.get(path) ?? []) reached.add(importer);
    const reaching = [...reached].filter((path) => TEST.test(path));
    const direct = new Set(importers.get(file));
    const near = [...new Set([...mirrors, ...reaching.filter((test) => direct.has(test))])];
    const [unit, integration] = ["tests/unit/", "tests/integration/"].map((room) =>
      near.filter((test) => test.startsWith(room)),
    );
    return { near: [unit ?? [], integration ?? []], far: reaching.filter((test) => !near.includes(test)) };
  };
}
