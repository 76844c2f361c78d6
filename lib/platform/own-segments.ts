import { type Dirent, readdirSync } from "node:fs";
import path from "node:path";
import { MOVED } from "#lib/platform/moved";
import { paths } from "#lib/platform/paths";
import { PROJECT_ROOT } from "#lib/platform/root";

const entriesOf = (folder: string): Dirent[] => readdirSync(folder, { withFileTypes: true });
const bare = (file: string) => file.replace(/\..*/s, "");

const UNNAMED = /^(page|layout|template|default|error|global-error|not-found|route|actions|globals)\./;

function segmentsOf(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => {
    if (entry.name.startsWith("[") || UNNAMED.test(entry.name)) return [];
    if (/^\(.*\)$/.test(entry.name)) return segmentsOf(path.join(folder, entry.name));
    return [entry.name, bare(entry.name)];
  });
}

const firstOf = (address: string) => address.split(/[/?#]/)[1] ?? "";
let known: ReadonlySet<string> | undefined;

/** First segments of the addresses that the portal answers itself: pages, files, what moved, what the front says. */
export function ownSegments(): ReadonlySet<string> {
  known ??= new Set([
    ...segmentsOf(`${PROJECT_ROOT}app`),
    ...segmentsOf(`${PROJECT_ROOT}public`),
    ...[...Object.keys(MOVED), paths.live(), paths.ready()].map(firstOf),
    "_next",
  ]);
  return known;
}
