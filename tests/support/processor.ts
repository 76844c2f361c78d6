import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";

/** What programs take of the machine, as Linux tells it; elsewhere nothing is told and nothing is pinned. */

const TICK_MS = 10;
const PARENT = 1;
const [USER, SYSTEM] = [11, 12];
const ENDED_CHILDREN = [13, 14];

function statOf(pid: string): number[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
  } catch {
    return null;
  }
}

const time = (stat: number[], fields: number[]) => fields.reduce((sum, field) => sum + (stat[field] ?? 0), 0) * TICK_MS;

/** Milliseconds of processor that a process has taken, with its children. */
export function processorTime(pid: number): number {
  const children = readdirSync("/proc").flatMap((name) => {
    const stat = /^\d+$/.test(name) ? statOf(name) : null;
    return stat?.[PARENT] === pid ? [time(stat, [USER, SYSTEM])] : [];
  });
  const own = statOf(String(pid));
  return (own ? time(own, [USER, SYSTEM, ...ENDED_CHILDREN]) : 0) + children.reduce((sum, each) => sum + each, 0);
}

export const parentOf = (pid: number): number => statOf(String(pid))?.[PARENT] ?? 0;

/** Whether programs can be held on one core each: there are two, and `taskset`. */
export function canPin(): boolean {
  try {
    execFileSync("taskset", ["--version"], { stdio: "ignore" });
    return availableParallelism() > 1;
  } catch {
    return false;
  }
}

/** Holds a running process, and those that it starts from now on, on one core. */
export const pin = (pid: number, core: number): void =>
  void execFileSync("taskset", ["--all-tasks", "--pid", "--cpu-list", String(core), String(pid)], { stdio: "ignore" });

const QUIET_MS = 400;
/** What a portal that draws nothing takes meanwhile, its worker included. */
const IDLE_MS = 30;

/** Until a portal draws nothing any more for its own sake. */
export async function quiet(pid: number): Promise<void> {
  for (let before = Number.NEGATIVE_INFINITY, after = processorTime(pid); after - before > IDLE_MS; ) {
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    [before, after] = [after, processorTime(pid)];
  }
}
