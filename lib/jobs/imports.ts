import { findEditor } from "#lib/auth/editor-queries";
import { deskOf } from "#lib/desks/desks";
import { readLine } from "#lib/imports/cells";
import { broughtFields } from "#lib/imports/columns";
import { judge, NOUN } from "#lib/imports/judging";
import { faultWords, repeatedKey } from "#lib/imports/labels";
import { actOn, clearLines, endStep, keepLines, takeBack, tellProgress, type Work } from "#lib/imports/line-mutations";
import { findImportText, findStep, itemsByKey, nextLines } from "#lib/imports/queries";
import type { Judged, Mapping, ReadLine } from "#lib/imports/schema";
import { rowsOf } from "#lib/imports/table";
import { log } from "#lib/platform/log";

/** Lines that are held at once. */
const TOGETHER = 50;

type Stopping = { signal?: AbortSignal | undefined };

/** Reads every line and says what it would do, a few at a time. */
async function check(work: Work, { signal }: Stopping): Promise<void> {
  const { importId, editor, fields } = work;
  await clearLines(importId);
  const table = await findImportText(importId);
  if (!table) return;
  const [brought, mapping, width] = [broughtFields(fields), table.mapping as Mapping, table.headers.length];
  const firstLineOf = new Map<string, number>();
  let read = 0;
  let held: ReadLine[] = [];
  const settle = async () => {
    signal?.throwIfAborted();
    const known = await itemsByKey(held.map(({ key }) => key));
    const judged: (ReadLine & Judged)[] = [];
    for (const line of held)
      judged.push({ ...line, ...(await judge(editor, fields, line, known.get(line.key) ?? null)) });
    await keepLines(importId, judged);
    read += held.length;
    await tellProgress(importId, read);
    held = [];
  };
  let headings = true;
  for await (const row of rowsOf(table.text)) {
    if (headings) {
      headings = false;
      continue;
    }
    const line = readLine(brought, mapping, row, width);
    const first = firstLineOf.get(line.key);
    if (line.key && first !== undefined) line.faults.push(repeatedKey(first));
    else firstLineOf.set(line.key, line.number);
    held.push(line);
    if (held.length === TOGETHER) await settle();
  }
  await settle();
}

/** Goes through the lines that wait, one after the other. */
async function goThrough(work: Work, step: "run" | "undo", read: number, { signal }: Stopping): Promise<void> {
  const act = step === "run" ? actOn : takeBack;
  let done = read;
  for (let lines = await nextLines(work.importId, step, TOGETHER); lines.length; ) {
    for (const line of lines) {
      signal?.throwIfAborted();
      await act(work, line);
    }
    done += lines.length;
    await tellProgress(work.importId, done);
    lines = await nextLines(work.importId, step, TOGETHER);
  }
}

const WAYS = {
  checking: { work: check, before: "mapping", after: "checked" },
  running: {
    work: (work: Work, options: Stopping & { read: number }) => goThrough(work, "run", options.read, options),
    before: "checked",
    after: "done",
  },
  undoing: {
    work: (work: Work, options: Stopping & { read: number }) => goThrough(work, "undo", options.read, options),
    before: "done",
    after: "undone",
  },
} as const;

type Options = Stopping & { clock: () => Date };

/**
 * Does what was asked of an import: reads it, writes it or undoes it, in the name of whoever asked.
 * @throws only when it is stopped: another worker goes on where it was
 */
export async function workOnImport(
  { id, userId }: { id: string; userId: string },
  { clock, signal }: Options,
): Promise<void> {
  const [editor, step] = [await findEditor(userId), await findStep(id)];
  if (step?.state !== "checking" && step?.state !== "running" && step?.state !== "undoing") return;
  const { work, before, after } = WAYS[step.state];
  if (!editor) {
    await endStep(id, before, faultWords.account, clock());
    return;
  }
  try {
    const fields = await deskOf(NOUN).fields(editor);
    await work({ importId: id, editor, fields, clock }, { signal, read: step.read });
    await endStep(id, after, null, clock());
  } catch (error) {
    if (signal?.aborted) throw error;
    log().error({ err: error, import: id }, "an import failed");
    await endStep(id, before, faultWords.incident, clock());
  }
}
