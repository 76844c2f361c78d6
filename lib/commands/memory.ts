import { totalmem } from "node:os";
import { env } from "#lib/platform/env";

const MEBIBYTE = 1024 * 1024;
const DEFAULT_MB = { least: 128, most: 256 };
/** V8 would else take as much as half of the machine before it collects what is no longer used. */
const HEAP_FLAG = "--max-old-space-size";
const YOUNG_FLAG = "--max-semi-space-size=4";
const NAMES_A_HEAP = /--max[-_]old[-_]space[-_]size/;

/** A quarter of what the machine, or its container, lets this process have. @param memory in bytes */
export const defaultHeap = (memory: number): number =>
  Math.round(Math.min(DEFAULT_MB.most, Math.max(DEFAULT_MB.least, memory / MEBIBYTE / 4)));

function allowedMemory(): number {
  const container = process.constrainedMemory();
  return container > 0 ? Math.min(container, totalmem()) : totalmem();
}

function wantedHeap(): number | null {
  try {
    return env().HEAP_MB ?? defaultHeap(allowedMemory());
  } catch {
    // What is wrong with the settings is said by the command itself.
    return null;
  }
}

/**
 * Begins this command anew, as the same process, with a heap that is bounded: V8 takes its bounds at its birth only.
 * Whoever bounds it already, by `NODE_OPTIONS` or on the command line, is obeyed; Windows knows no such beginning.
 */
export function boundMemory(): void {
  const given = [process.env.NODE_OPTIONS, ...process.execArgv].join(" ");
  const heap = NAMES_A_HEAP.test(given) || !process.execve ? null : wantedHeap();
  if (heap === null) return;
  const flags = [`${HEAP_FLAG}=${heap}`, YOUNG_FLAG, "--disable-warning=ExperimentalWarning"];
  const again = [process.execPath, ...flags, ...process.execArgv, ...process.argv.slice(1)];
  process.execve?.(process.execPath, again, { MALLOC_ARENA_MAX: "2", ...process.env } as NodeJS.ProcessEnv);
}
