import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

export const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema",
  "package-lock.json",
  "next.config.ts",
  "postcss.config.mjs",
];

function filesOf(file: string): string[] {
  if (!statSync(file).isDirectory()) return [file];
  return readdirSync(file)
    .sort()
    .flatMap((entry) => filesOf(path.join(file, entry)));
}

/** The same for the same sources, whichever machine builds them. */
export function releaseId(root: string): string {
  const digest = createHash("sha256");
  for (const file of SOURCES.flatMap((source) => filesOf(path.join(root, source)))) {
    digest.update(`${path.relative(root, file)}\0`).update(createHash("sha256").update(readFileSync(file)).digest());
  }
  return digest.digest("base64url").slice(0, 20);
}

export const actionKey = (secret: string): string =>
  createHash("sha256").update(`server actions\0${secret}`).digest("base64");
