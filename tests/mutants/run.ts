import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { readHouse } from "#tests/architecture/house";
import { type Mutant, mutantsOf } from "#tests/mutants/find";
import { relatedTests } from "#tests/mutants/related";
import { openWorkshop, type Trial } from "#tests/mutants/trial";

/**
 * `npm run test:mutants`: turns every order of lib round, makes every bound a hundred times as large or as small, and
 * lists what no test notices, in as many copies of the project as the machine has pairs of cores. `--only lib/mail`, once or several times, does a part; `--near` is a first look, at the nearest tests.
 */

const NEAR_MS = 5 * 60_000;
const FAR_MS = 40 * 60_000;
/** Accepted ones that are tried at once: when one of them is noticed, what is tried again stays small. */
const TOGETHER = 20;

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: ["lib/"] },
    near: { type: "boolean" },
    list: { type: "boolean" },
  },
});
const house = readHouse();
const isAsked = (id: string) => id.startsWith("lib/") && values.only.some((part) => id.startsWith(part));
const mutants = house.sources.flatMap(mutantsOf).filter(({ id }) => isAsked(id));
const related = relatedTests(house);

const ACCEPTED = new URL("accepted.yaml", import.meta.url);
const reasons: { reason: string; chance?: true; mutants: string }[] = parse(readFileSync(ACCEPTED, "utf8"));
const idsOf = (groups: typeof reasons) => new Set(groups.flatMap((group) => group.mutants.trim().split("\n")));
const accepted = idsOf(reasons);
/** Noticed or not by the speed of the machine: to break them tells nothing. */
const unplayed = idsOf(reasons.filter(({ chance }) => chance));

type TestsOf = (mutant: Mutant) => readonly string[];

/** One run for all, since hardly any is noticed; halves of them when some test fails. */
async function survivorsAmong(group: Mutant[], testsOf: TestsOf, limitMs: number): Promise<Mutant[]> {
  const failed = await workshop.trial(group, [...new Set(group.flatMap(testsOf))], limitMs);
  if (!failed) return group;
  if (group.length === 1) {
    console.log(`killed   ${group[0]?.id}\n         ${failed}`);
    return [];
  }
  const half = group.length >> 1;
  const halves = [group.slice(0, half), group.slice(half)];
  const survivors: Mutant[] = [];
  for (const some of halves) survivors.push(...(await survivorsAmong(some, testsOf, limitMs)));
  return survivors;
}

const nearest: TestsOf = (mutant) => related(mutant).near.flat();
const farther: TestsOf = (mutant) => related(mutant).far;

async function survivorsOf(): Promise<string[]> {
  const broken = await workshop.trial([], [...new Set(mutants.flatMap(nearest))], FAR_MS);
  if (broken) throw new Error(`The tests fail while nothing is broken: ${broken}`);
  const survivors: Mutant[] = [];
  const expected = mutants.filter(({ id }) => accepted.has(id) && !unplayed.has(id));
  const others = mutants.filter(({ id }) => !accepted.has(id));
  console.log(`${others.length} to break one by one, then ${expected.length} that are accepted, together`);
  const queue = others.entries();
  const breakEach = async (breakOne: Trial) => {
    for (const [index, mutant] of queue) {
      let failed: string | null = null;
      for (const tests of related(mutant).near) failed ??= await breakOne([mutant], tests, NEAR_MS);
      if (!failed) survivors.push(mutant);
      const verdict = failed ? "killed  " : "survived";
      console.log(`${index + 1}/${others.length} ${verdict} ${mutant.id}${failed ? `\n         ${failed}` : ""}`);
    }
  };
  await Promise.all(workshops.map((copy) => breakEach(copy.trial)));
  for (let first = 0; first < expected.length; first += TOGETHER)
    survivors.push(...(await survivorsAmong(expected.slice(first, first + TOGETHER), nearest, FAR_MS)));
  return (values.near ? survivors : await survivorsAmong(survivors, farther, FAR_MS)).map(({ id }) => id);
}

if (values.list) {
  for (const { id } of mutants) console.log(id);
  process.exit();
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(130));
const workshop = await openWorkshop();
const copies = Math.max(1, availableParallelism() >> 1);
const workshops = [workshop, ...(await Promise.all(Array.from({ length: copies - 1 }, openWorkshop)))];
try {
  const survivors = [...(await survivorsOf()), ...mutants.map(({ id }) => id).filter((id) => unplayed.has(id))];
  const unknown = survivors.filter((id) => !accepted.has(id));
  const stale = [...accepted].filter((id) => isAsked(id) && !survivors.includes(id));
  for (const id of unknown) console.log(`No test notices: ${id}`);
  for (const id of stale) console.log(`Accepted, but noticed or gone: ${id}`);
  console.log(
    `${mutants.length - survivors.length} killed, ${survivors.length} survived, ${unknown.length} not accepted`,
  );
  if (unknown.length || (stale.length && !values.near)) process.exitCode = 1;
} finally {
  await Promise.all(workshops.map(({ close }) => close()));
}
