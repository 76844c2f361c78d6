import { readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import path from "node:path";
import { z } from "zod";
import type { DirectForm, FormOutcome } from "#lib/edge/form-outcome";
import { CLIENT_ADDRESS } from "#lib/edge/front/client-address";
import { actionOf, readForm } from "#lib/edge/front/form-body";
import { PROJECT_ROOT } from "#lib/platform/root";

const manifest = z.object({
  node: z.record(z.string(), z.object({ filename: z.string().optional(), exportedName: z.string().optional() })),
});

/** The forms that the front runs, by what their pages of this build call their action. */
export type DirectForms = ReadonlyMap<string, DirectForm>;

/**
 * Names the forms that the front runs as this build does. One of another build goes to the framework.
 * @param forms by the file and the name of their action: `app/…/actions.ts#name`
 * @throws Error when the build has none of that name
 */
export async function namedInBuild(forms: Readonly<Record<string, DirectForm>>): Promise<DirectForms> {
  const file = path.join(PROJECT_ROOT, ".next/server/server-reference-manifest.json");
  const actions = Object.entries(manifest.parse(JSON.parse(await readFile(file, "utf8"))).node);
  return new Map(
    Object.entries(forms).map(([name, form]) => {
      const found = actions.find(([, { filename, exportedName }]) => `${filename}#${exportedName}` === name);
      if (!found) throw new Error(`This build has no action ${name}.`);
      return [found[0], form];
    }),
  );
}

/** @returns null for what the pages answer */
export async function runDirectly(
  forms: DirectForms | undefined,
  { method, headers }: IncomingMessage,
  body: Buffer,
): Promise<FormOutcome | null> {
  if (method !== "POST" || headers["next-action"] || !forms?.size) return null;
  const data = await readForm(body, headers).catch(() => null);
  const run = data && forms.get(actionOf(data) ?? "");
  const address = headers[CLIENT_ADDRESS];
  return run ? run(data, new Headers(address ? { [CLIENT_ADDRESS]: String(address) } : {})) : null;
}
