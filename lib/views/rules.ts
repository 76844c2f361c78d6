import { inParis } from "#lib/platform/dates";

const FILE = /^(.+)\/[^/]+\.(?:ics|ris|bib)$/;
const MONTHS = 12;

export const isFile = (path: string): boolean => FILE.test(path);

/** All that is neither a page of the site map nor a file beside one of them. */
export const OTHER_PAGES = "";

/** Where a path is counted: a bounded number of names, whatever is asked for. */
export function countedUnder(path: string, pages: ReadonlySet<string>): string | null {
  if (pages.has(path)) return path;
  const [, page] = FILE.exec(path) ?? [];
  if (page !== undefined) return pages.has(page) ? path : null;
  return /\.[a-z]+$/.test(path) ? null : OTHER_PAGES;
}

export const byCountedName = (taken: ReadonlyMap<string, number>, pages: ReadonlySet<string>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const [path, count] of taken) {
    const name = countedUnder(path, pages);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return counts;
};

/** The twelve whole months before that of an instant, in Paris: « 2026-10 ». */
export function monthsBefore(at: Date): string[] {
  const present = inParis(at).toPlainDate().toPlainYearMonth();
  return Array.from({ length: MONTHS }, (_, index) => present.subtract({ months: MONTHS - index }).toString());
}
