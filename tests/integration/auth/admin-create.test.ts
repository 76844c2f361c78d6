import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { unseal } from "#lib/auth/sealing";
import { db } from "#lib/platform/db";

const GOOD = ["--email", "Camille@Exemple.fr", "--name", "Camille Exemple", "--password", "une phrase bien longue"];

/** Runs the command on the database of this test. */
async function adminCreate(...args: string[]) {
  const { PATH = "", DATABASE_URL = "" } = process.env;
  const child = spawn(process.execPath, ["lib/commands/admin-create.ts", ...args], {
    env: { ...process.env, PATH, DATABASE_URL },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close");
  const [said, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await ended) as [number];
  return { code, said: said.trim(), errors: errors.trim() };
}

describe("npm run admin:create", () => {
  it("creates an account, once", async () => {
    const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEH";
    expect(await adminCreate(...GOOD, "--role", "editor", "--totp-secret", secret)).toEqual({
      code: 0,
      said: "Le compte de Camille Exemple (camille@exemple.fr) est créé.",
      errors: "",
    });
    const account = await db.user.findFirstOrThrow();
    expect(account).toMatchObject({ email: "camille@exemple.fr", role: "editor" });
    expect(account.totpSecret).not.toContain(secret);
    expect(unseal(account.totpSecret ?? "", account.id)).toBe(secret);
    const again = await adminCreate(...GOOD, "--role", "editor");
    expect(again).toMatchObject({ code: 1, errors: "Un compte existe déjà pour camille@exemple.fr." });
  });

  it.each([
    [["--role", "chef"], "Donnez un rôle avec --role"],
    [["--role", "editor", "--couleur", "bleu"], "Une option n’est pas connue"],
    [["--role", "editor", "--password", "court"], "Choisissez au moins 12"],
    [["--role", "editor", "--email", "camille"], "Cette adresse ne semble pas complète"],
    [["--role", "editor", "--totp-secret", "abc"], "--totp-secret doit être une clé"],
  ])("refuses %j in French", async (args, sentence) => {
    const { code, errors } = await adminCreate(...GOOD, ...args);
    expect({ code, errors }).toEqual({ code: 1, errors: expect.stringContaining(sentence) });
    expect(await db.user.count()).toBe(0);
  });
});
