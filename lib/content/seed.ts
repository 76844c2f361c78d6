import { z } from "zod";
import * as shape from "#lib/content/schema";
import {
  seedCentres,
  seedCollections,
  seedFigures,
  seedNeeds,
  seedOrganisations,
  seedOrientation,
  seedPages,
  seedResources,
  seedSearch,
  seedTerms,
} from "#lib/content/seed-library";
import { seedWebinars } from "#lib/content/seed-webinars";
import { digestOf, readMarkdownFolder, readYaml } from "#lib/platform/content-files";
import { db } from "#lib/platform/db";
import { PROJECT_ROOT } from "#lib/platform/root";

const CONTENT = `${PROJECT_ROOT}content`;
/** Any number that no other advisory lock of the portal uses. */
const SEED_LOCK = 7_206_312;
/** A first start on a slow machine writes everything that is published on day one. */
const LIMIT_MS = 600_000;

/**
 * Loads what lies in content/ into the database: creates what is missing and published from `at`, refreshes what no editor
 * ever saved, leaves the rest alone. All or nothing; two processes that start together wait for each other.
 * Files that did not change since they were last read are not read again.
 * @throws Error in French naming the file at fault
 */
export async function seedContent(at: Date): Promise<void> {
  const digest = await digestOf(CONTENT);
  if (await db.contentReading.findUnique({ where: { digest } })) return;
  const [centres, needs, pages, resources, terms, figures, organisations, webinars, search, collections, orientation] =
    await Promise.all([
      readMarkdownFolder(`${CONTENT}/centres`, shape.centreContent),
      readMarkdownFolder(`${CONTENT}/needs`, shape.needContent),
      readMarkdownFolder(`${CONTENT}/pages`, shape.pageContent),
      readMarkdownFolder(`${CONTENT}/resources`, shape.resourceContent),
      readYaml(`${CONTENT}/glossary.yaml`, z.array(shape.termContent)),
      readYaml(`${CONTENT}/figures.yaml`, z.array(shape.figureContent)),
      readYaml(`${CONTENT}/organisations.yaml`, z.array(shape.organisationContent)),
      readYaml(`${CONTENT}/webinars.yaml`, shape.webinarsContent),
      readYaml(`${CONTENT}/search.yaml`, shape.searchContent),
      readYaml(`${CONTENT}/collections.yaml`, z.array(shape.collectionContent)),
      readYaml(`${CONTENT}/orientation.yaml`, z.array(shape.orientationContent)),
    ]);
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SEED_LOCK})`;
      await seedCentres(tx, centres, at);
      await seedNeeds(tx, needs, at);
      await seedResources(tx, resources, at);
      await seedPages(tx, pages, at);
      await seedTerms(tx, terms, at);
      await seedFigures(tx, figures, at);
      await seedOrganisations(tx, organisations, at);
      await seedWebinars(tx, webinars, at);
      await seedSearch(tx, search);
      await seedCollections(tx, collections, at);
      await seedOrientation(tx, orientation);
      await tx.contentReading.deleteMany();
      await tx.contentReading.create({ data: { digest, readAt: at } });
    },
    { timeout: LIMIT_MS, maxWait: LIMIT_MS },
  );
}
