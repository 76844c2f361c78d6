import { readdir, readFile } from "node:fs/promises";
import { helpNamed } from "#lib/help/rules";
import { PROJECT_ROOT } from "#lib/platform/root";

const FOLDER = `${PROJECT_ROOT}content/aide`;

/** « Comment faire ? » of a screen, in Markdown; null for an address that is no screen. @param segments of its address */
export async function findHelp(segments: readonly string[]): Promise<string | null> {
  const files = await readdir(FOLDER, { recursive: true });
  const names = files.flatMap((file) => (file.endsWith(".md") ? [file.replaceAll("\\", "/").slice(0, -3)] : []));
  const name = helpNamed(names, segments);
  return name && readFile(`${FOLDER}/${name}.md`, "utf8");
}
