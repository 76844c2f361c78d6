import { EVERY_NEED, type Line, STAGES } from "#lib/orientation/schema";
import type { OrientationStage, Profile } from "#prisma/enums";

export type Answers = { profile: Profile | null; need: string; stage: OrientationStage | null };

/**
 * The lines of the table that answer, in order: by stage from where somebody stands, those of the need before those of all.
 * An address comes once.
 */
export function linesFor<L extends Line>(lines: readonly L[], { profile, need, stage }: Answers): L[] {
  const from = STAGES.indexOf(stage ?? "learn");
  const held = lines.filter(
    (line) =>
      (line.need === null || line.need === need) &&
      (line.profiles.length === 0 || (profile !== null && line.profiles.includes(profile))) &&
      STAGES.indexOf(line.stage) >= from,
  );
  const ordered = held.toSorted(
    (a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage) || Number(a.need === null) - Number(b.need === null),
  );
  return ordered.filter(({ address }, rank) => ordered.findIndex((line) => line.address === address) === rank);
}

export const minutesOf = (steps: readonly { minutes: number }[]): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0);

/**
 * What fits in a time, in the same order; the shortest when nothing does.
 * @param minutes null without limit
 */
export function fitting<S extends { minutes: number }>(steps: readonly S[], minutes: number | null): S[] {
  if (minutes === null) return [...steps];
  const kept: S[] = [];
  for (const step of steps) if (minutesOf(kept) + step.minutes <= minutes) kept.push(step);
  const [shortest] = steps.toSorted((a, b) => a.minutes - b.minutes);
  return kept.length === 0 && shortest ? [shortest] : kept;
}

/** The lines of one need, or those that hold whatever the need. */
export const groupOf = <L extends Line>(lines: readonly L[], need: string): L[] =>
  lines.filter((line) => (line.need ?? EVERY_NEED) === need);
