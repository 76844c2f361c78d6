import { parseArgs } from "node:util";
import { CommandError, runCommand } from "#lib/commands/steps";
import { withDatabase } from "#lib/commands/with-database";
import { counted } from "#lib/platform/text";

const BATCH = 1_000;
const SUBJECTS = [
  "partenariats",
  "mécénat",
  "co-construction",
  "évaluation",
  "essaimage",
  "hybridation",
  "compétences",
];
const PLACES = ["commune rurale", "métropole", "bassin de vie", "vallée", "quartier", "archipel", "canton"];
const TYPES = ["guide", "study", "note", "kit", "report"] as const;
const PROFILES = ["elected_official", "territorial_agent", "association", "company", "adviser"] as const;

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

function size(name: string, value: string | undefined): number {
  const count = Number(value ?? 0);
  if (Number.isInteger(count) && count >= 0 && count <= 1_000_000) return count;
  throw new CommandError(`--${name} attend un nombre entier, par exemple --${name} 1000.`);
}

/** Calls `write` with the indexes of each batch. */
async function inBatches(count: number, write: (indexes: number[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < count; start += BATCH) {
    await write(Array.from({ length: Math.min(BATCH, count - start) }, (_, index) => start + index));
  }
}

async function makeResources(resources: number, at: Date, run: string): Promise<void> {
  const { db } = await import("#lib/platform/db");
  await inBatches(resources, (indexes) =>
    db.resource.createMany({
      data: indexes.map((index) => ({
        slug: `essai-${run}-${index}`,
        title: `Essai ${index} : ${pick(SUBJECTS, index)} dans une ${pick(PLACES, index * 3)}`,
        type: pick(TYPES, index),
        summary: `Document fabriqué pour mesurer la recherche : ${pick(SUBJECTS, index + 1)} et ${pick(SUBJECTS, index + 4)}.`,
        body: "",
        audiences: [pick(PROFILES, index)],
        year: 2010 + (index % 16),
        source: "Donnée fabriquée pour les mesures",
        confidence: "to_confirm" as const,
        publishedAt: at,
      })),
    }),
  );
}

async function makeRegistrations(registrations: number, at: Date, run: string): Promise<void> {
  const { db } = await import("#lib/platform/db");
  const webinar = await db.webinar.findFirst({ where: { startsAt: { gt: at } }, orderBy: { startsAt: "asc" } });
  if (registrations && !webinar)
    throw new CommandError("Aucun webinaire à venir : les inscriptions d’essai n’ont pas où aller.");
  await inBatches(registrations, async (indexes) => {
    const people = await db.person.createManyAndReturn({
      data: indexes.map((index) => {
        const email = `essai-${run}-${index}@example.org`;
        return { email, emailKey: email };
      }),
      select: { id: true },
    });
    await db.registration.createMany({
      data: indexes.map((index, rank) => ({
        personId: people[rank]?.id ?? null,
        webinarId: webinar?.id ?? "",
        firstName: "Essai",
        lastName: `Numéro ${index}`,
        profile: pick(PROFILES, index),
        confirmedAt: at,
      })),
    });
  });
}

await runCommand(async () => {
  const { values } = parseArgs({ options: { resources: { type: "string" }, registrations: { type: "string" } } });
  const resources = size("resources", values.resources);
  const registrations = size("registrations", values.registrations);
  await withDatabase(async () => {
    const { now } = await import("#lib/platform/clock");
    const at = now();
    const run = at.getTime().toString(36);
    await makeResources(resources, at, run);
    await makeRegistrations(registrations, at, run);
  });
  const made = [counted(resources, "ressource", "ressources"), counted(registrations, "inscription", "inscriptions")];
  process.stdout.write(`Données d’essai ajoutées : ${made.join(" et ")}. À réserver aux mesures.\n`);
});
