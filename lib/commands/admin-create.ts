import { parseArgs } from "node:util";
import { CommandError, runCommand } from "#lib/commands/steps";
import { withDatabase } from "#lib/commands/with-database";

const USAGE = `Utilisation :
  npm run admin:create -- --email prenom.nom@exemple.fr --name "Prénom Nom" --role administrator|editor|reader --password "…" [--totp-secret BASE32]`;

const ROLES = ["administrator", "editor", "reader"] as const;

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        email: { type: "string" },
        name: { type: "string" },
        role: { type: "string" },
        password: { type: "string" },
        "totp-secret": { type: "string" },
      },
    });
    return values;
  } catch {
    throw new CommandError(`Une option n’est pas connue, ou n’a pas de valeur.\n\n${USAGE}`);
  }
}

async function readAccount(values: ReturnType<typeof readArguments>) {
  const { accountSchema } = await import("#lib/auth/schema");
  const { refusedPassword } = await import("#lib/auth/password-rules");
  const { isTotpSecret } = await import("#lib/auth/totp");
  const role = ROLES.find((known) => known === values.role);
  if (!role)
    throw new CommandError(`Donnez un rôle avec --role : administrator, editor ou reader (lecture seule).\n\n${USAGE}`);
  const account = accountSchema.safeParse(values);
  if (!account.success) {
    throw new CommandError(`${account.error.issues.map(({ message }) => message).join("\n")}\n\n${USAGE}`);
  }
  const problem = refusedPassword(account.data);
  if (problem) throw new CommandError(problem);
  const totpSecret = values["totp-secret"] ?? null;
  if (totpSecret && !isTotpSecret(totpSecret)) {
    throw new CommandError("--totp-secret doit être une clé en base32 d’au moins 26 caractères (A à Z, 2 à 7).");
  }
  return { account: account.data, role, totpSecret };
}

await runCommand(async () => {
  const values = readArguments();
  await withDatabase(async () => {
    const { account, role, totpSecret } = await readAccount(values);
    const { createAccount } = await import("#lib/auth/account-mutations");
    const { now } = await import("#lib/platform/clock");
    const outcome = await createAccount(account, { role, totpSecret }, now());
    if (!outcome.ok) throw new CommandError(`Un compte existe déjà pour ${account.email}.`);
    process.stdout.write(`Le compte de ${account.name} (${account.email}) est créé.\n`);
  });
});
