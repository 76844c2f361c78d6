import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;

function validated<S extends z.ZodType>(schema: S, value: unknown, file: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Error(`Le contenu de « ${file} » n’est pas valide :\n${z.prettifyError(result.error)}`);
}

/** @throws Error in French naming the file and the fields at fault */
export async function readYaml<S extends z.ZodType>(file: string, schema: S): Promise<z.output<S>> {
  return validated(schema, parse(await readFile(file, "utf8")), file);
}

/**
 * The front matter gives the fields, the rest is `body`, the file's name is the slug.
 * @throws Error in French naming the file and the fields at fault
 */
export async function readMarkdownFolder<S extends z.ZodType>(
  folder: string,
  schema: S,
): Promise<(z.output<S> & { slug: string })[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".md")).sort();
  return Promise.all(
    files.map(async (name) => {
      const file = path.join(folder, name);
      const [, matter = "", body = ""] = FRONT_MATTER.exec(await readFile(file, "utf8")) ?? [];
      const item = validated(schema, { ...(parse(matter) as object | null), body: body.trim() }, file);
      return Object.assign({}, item, { slug: path.basename(name, ".md") });
    }),
  );
}

/** SHA-256 of the names and texts of the files of a folder, and of all below it. */
export async function digestOf(folder: string): Promise<Buffer<ArrayBuffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const hash = createHash("sha256");
  for (const file of files.sort()) hash.update(path.relative(folder, file)).update(await readFile(file));
  return hash.digest();
}
