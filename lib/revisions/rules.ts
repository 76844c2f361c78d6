import type { FormValues } from "#lib/forms/state";

const normalised = (value: string | string[] | undefined): string =>
  [value ?? ""]
    .flat()
    .map((text) => text.replace(/\r\n?/g, "\n").trim())
    .filter(Boolean)
    .sort()
    .join("\n");

/** The fields in which two forms differ, but for the ends of their lines and the order of what is ticked. */
export const changedNames = (some: FormValues, others: FormValues): string[] =>
  [...new Set([...Object.keys(some), ...Object.keys(others)])].filter(
    (name) => normalised(some[name]) !== normalised(others[name]),
  );

export const holdSame = (some: FormValues, others: FormValues): boolean => changedNames(some, others).length === 0;

type Latest = { version: number; pen: string | null };

/** Whether what was typed over a version may be saved: it is the last one, or comes from the same opening of the form. */
export const isUpToDate = (
  current: { version: number; latest: Latest | null },
  version: number,
  pen: string | null,
): boolean =>
  current.version === version ||
  (pen !== null && current.latest?.version === current.version && current.latest.pen === pen);
