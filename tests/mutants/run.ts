import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { readHouse } from "#tests/architecture/house";
import { type Mutant, mutantsOf } from "#tests/mutants/find";
import { relatedTests } from "#tests/mutants/related";
import { openWorkshop } from "#tests/mutants/trial";

/**
 * `npm run test:mutants`: turns every order of lib round, makes every bound a hundred times as large or as small, and
 * lists what no test notices. `--only lib/mail` does a part; `--near` asks the nearest tests only, and judges nothing.
 */

const NEAR_MS = 5 * 60_000;
const FAR_MS = 40 * 60_000;

const { values } = parseArgs({
  options: { only: { type: "string", default: "lib/" }, near: { type: "boolean" }, list: { type: "boolean" } },
});
const house = readHouse();
const sources = house.sources.filter(({ path }) => path.startsWith("lib/") && path.startsWith(values.only));
const mutants = sources.flatMap(mutantsOf);
const related = relatedTests(house);

const ACCEPTED = new URL("accepted.yaml", import.meta.url);
const reasons: { reason: string; mutants: string }[] = parse(readFileSync(ACCEPTED, "utf8"));
const accepted = new Set(reasons.flatMap((group) => group.mutants.trim().split("\n")));

/** One run for all, since hardly any is noticed from afar; halves of them when some test fails. */
async function survivorsAmong(group: Mutant[]): Promise<Mutant[]> {
  const tests = [...new Set(group.flatMap(({ file }) => related(file).far))];
  const failed = tests.length ? await workshop.trial(group, tests, FAR_MS) : null;
  if (!failed) return group;
  if (group.length === 1) {
    console.log(`killed   ${group[0]?.id}\n         ${failed}`);
    return [];
  }
  const half = group.length >> 1;
  return [...(await survivorsAmong(group.slice(0, half))), ...(await survivorsAmong(group.slice(half)))];
}

async function survivorsOf(): Promise<string[]> {
  const everything = [...new Set(mutants.flatMap(({ file }) => related(file).near))];
  const broken = await workshop.trial([], everything, FAR_MS);
  if (broken) throw new Error(`The tests fail while nothing is broken: ${broken}`);
  const survivors: Mutant[] = [];
  for (const [index, mutant] of mutants.entries()) {
    const { near } = related(mutant.file);
    const failed = near.length ? await workshop.trial([mutant], near, NEAR_MS) : null;
    if (!failed) survivors.push(mutant);
    const verdict = failed ? "killed  " : "survived";
    console.log(`${index + 1}/${mutants.length} ${verdict} ${mutant.id}${failed ? `\n         ${failed}` : ""}`);
  }
  return (values.near ? survivors : await survivorsAmong(survivors)).map(({ id }) => id);
}

if (values.list) {
  for (const { id } of mutants) console.log(id);
  process.exit();
}
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));
const workshop = await openWorkshop();
try {
  const survivors = await survivorsOf();
  const unknown = survivors.filter((id) => !accepted.has(id));
  const stale = [...accepted].filter((id) => id.startsWith(values.only) && !survivors.includes(id));
  for (const id of unknown) console.log(`No test notices: ${id}`);
  for (const id of stale) console.log(`Accepted, but noticed or gone: ${id}`);
  console.log(
    `${mutants.length - survivors.length} killed, ${survivors.length} survived, ${unknown.length} not accepted`,
  );
  if (unknown.length || (stale.length && !values.near)) process.exitCode = 1;
} finally {
  await workshop.close();
}
