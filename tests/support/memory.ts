import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parentOf } from "#tests/support/processor";

/** Memory that programs take, as Linux shares it out: what several hold together counts once. */

export const canMeasureMemory = existsSync("/proc/self/smaps_rollup");

const KIBIBYTES_OF_A_MEBIBYTE = 1_024;

/** A process and all that it started, as far as they live. */
function familyOf(pid: number): number[] {
  const parents = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  const children = Map.groupBy(parents, parentOf);
  const below = (one: number): number[] => [one, ...(children.get(one) ?? []).flatMap(below)];
  return below(pid);
}

function ownMemory(pid: number): number {
  try {
    const told = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    return Number(/^Pss:\s+(\d+) kB$/m.exec(told)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Mebibytes (PSS) of processes and of all that they started. */
export function memoryOf(pids: number[]): number {
  const all = new Set(pids.flatMap(familyOf));
  return [...all].reduce((sum, pid) => sum + ownMemory(pid), 0) / KIBIBYTES_OF_A_MEBIBYTE;
}

export type Point = { x: number; y: number };

/** By how much the straight line nearest to all points rises from the first to the last (least squares). */
export function riseOf(points: readonly Point[]): number {
  const mean = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const slope = mean((point) => (point.x - x) * (point.y - y)) / mean((point) => (point.x - x) ** 2);
  return slope * ((points.at(-1)?.x ?? 0) - (points[0]?.x ?? 0));
}
