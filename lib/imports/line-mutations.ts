import { randomUUID } from "node:crypto";
import type { Editor } from "#lib/auth/editor";
import { editedDesk } from "#lib/desks/scruples";
import { editionAction } from "#lib/edge/edition-action";
import type { FormOutcome } from "#lib/edge/form-outcome";
import type { EditField } from "#lib/edit-forms/schema";
import type { FormValues } from "#lib/forms/state";
import { judge, NOUN } from "#lib/imports/judging";
import { lineFaults } from "#lib/imports/labels";
import { isLastBy, itemsByKey } from "#lib/imports/queries";
import type { Judged, ReadLine } from "#lib/imports/schema";
import { db } from "#lib/platform/db";
import { trashItem } from "#lib/publication/trash/mutations";
import { findLatestRevision } from "#lib/revisions/queries";
import type { ImportState, Prisma, ResourceImportLine } from "#prisma/client";

/** The form of a resource, as it is while an import goes on: needs and centres are read once. */
export type Work = { importId: string; editor: Editor; fields: readonly EditField[]; clock: () => Date };

export const clearLines = (importId: string) => db.resourceImportLine.deleteMany({ where: { importId } });

/** Writes down what lines would do. */
export const keepLines = (importId: string, lines: readonly (ReadLine & Judged)[]) =>
  db.resourceImportLine.createMany({
    data: lines.map(({ number, key, title, typed, outcome, words, itemId, before }) => ({
      ...{ importId, number, key, title, typed, outcome, words, itemId },
      ...(before && { before }),
    })),
  });

/** @param read how many lines are behind */
export const tellProgress = (id: string, read: number) =>
  db.resourceImport.updateMany({ where: { id }, data: { read } });

/** @param fault why it came to no end; null when it did */
export const endStep = (id: string, state: ImportState, fault: string | null, at: Date) =>
  db.resourceImport.updateMany({ where: { id }, data: { state, fault, endedAt: at } });

/** Saves as the form of a resource does for whoever writes in it. */
async function saved(
  { editor, fields, clock }: Work,
  posted: { id: string; version: number; pen: string | null },
  values: FormValues,
): Promise<FormOutcome> {
  const { run } = editionAction([NOUN], (noun) => ({ ...editedDesk(noun), fields: () => fields }), clock);
  return run({ ...values, ...posted, version: String(posted.version), noun: NOUN, step: "save" }, editor);
}

function refusalOf({ fieldErrors = {}, formError = "", echo }: Extract<FormOutcome, { ok: false }>): string {
  return echo?.storedVersion ? lineFaults.stale : (Object.values(fieldErrors)[0] ?? formError);
}

const lineOf = ({ importId, number }: ResourceImportLine) => ({ importId_number: { importId, number } });

/** What an identifier means, from now on if it meant nothing. */
async function itemNamed(key: string): Promise<string> {
  const fresh = { key, itemId: randomUUID() };
  await db.externalId.createMany({ data: [fresh], skipDuplicates: true });
  return (await itemsByKey([key])).get(key) ?? fresh.itemId;
}

/** Does what a line says, as things stand now. Done twice, by a worker that died in between, it is done once. */
export async function actOn(work: Work, line: ResourceImportLine): Promise<void> {
  const { importId, editor, fields } = work;
  const known = (await itemsByKey([line.key])).get(line.key) ?? null;
  const read = { typed: line.typed as FormValues, faults: [], title: line.title };
  const { next, version, ...judged } = await judge(editor, fields, read, known);
  const where = lineOf(line);
  const tell = (data: Prisma.ResourceImportLineUpdateInput) => db.resourceImportLine.update({ where, data });
  if (judged.outcome === "same" && known && (await isLastBy(known, importId))) {
    await tell({ acted: true, itemId: known });
    return;
  }
  if (judged.outcome === "same" || judged.outcome === "refused") {
    await tell({ acted: true, outcome: judged.outcome, words: judged.words });
    return;
  }
  const id = await itemNamed(line.key);
  const { before } = judged;
  // Told before it is done: should the worker die, the next one knows what was there.
  await tell({ itemId: id, outcome: judged.outcome, words: judged.words, ...(before && { before }) });
  const outcome = await saved(work, { id, version, pen: importId }, next);
  await tell(outcome.ok ? { acted: true } : { acted: true, outcome: "refused", words: refusalOf(outcome) });
}

async function undone(work: Work, { itemId, before, outcome }: ResourceImportLine): Promise<boolean> {
  const { importId, editor, clock } = work;
  if (!itemId || !(await isLastBy(itemId, importId))) return false;
  if (outcome === "make") {
    const thrown = await trashItem(editor, { noun: NOUN, id: itemId }, clock());
    if (thrown.ok) await db.externalId.deleteMany({ where: { itemId } });
    return thrown.ok;
  }
  const version = (await findLatestRevision(editor, NOUN, itemId))?.version ?? 0;
  return (await saved(work, { id: itemId, version, pen: null }, before as FormValues)).ok;
}

/** Takes back what a line did, unless somebody went on with it. */
export const takeBack = async (work: Work, line: ResourceImportLine): Promise<void> => {
  await db.resourceImportLine.update({ where: lineOf(line), data: { undone: await undone(work, line) } });
};
