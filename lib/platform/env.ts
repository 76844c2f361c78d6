import { createPrivateKey } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { SITE_NAME } from "#lib/platform/site-name";

/** What the embedded server needs to be reached again, kept in DATA_DIR. */
export const EMBEDDED_FILE = "postgres.json";

const MINIMUM_SECRET_LENGTH = 32;

const MAILBOX = /^([^<>\r\n]+<[^@<>\s]+@[^@<>\s]+>|[^@<>\s]+@[^@<>\s]+)$/;
const mailbox = (name: string) =>
  z.string().regex(MAILBOX, `${name} doit être une adresse, seule ou sous la forme « Nom <adresse@exemple.fr> ».`);

/** The bundler would take the whole project along, to find what stands there. */
const inWorkingFolder = (folder: string): string => path.resolve(/* turbopackIgnore: true */ process.cwd(), folder);

function isPrivateKey(file: string): boolean {
  try {
    return createPrivateKey(readFileSync(file)).type === "private";
  } catch {
    return false;
  }
}

const FILES_URL =
  "FILES_URL doit être l’adresse d’un espace de stockage S3 avec ses clés, par exemple https://clé:secret@s3.exemple.fr/portail?region=fr-par.";

const schema = z
  .object({
    PORT: z.coerce
      .number("PORT doit être un nombre, par exemple 3000.")
      .int("PORT doit être un nombre entier.")
      .min(1, "PORT doit être compris entre 1 et 65535.")
      .max(65_535, "PORT doit être compris entre 1 et 65535.")
      .default(3000),
    HOST: z.string().optional(),
    SITE_URL: z
      .url({ protocol: /^https?$/, error: "SITE_URL doit être une adresse complète, par exemple https://exemple.fr." })
      .transform((url) => url.replace(/(?<!\/)\/+$/, ""))
      .optional(),
    DATABASE_URL: z
      .url({ protocol: /^postgres(ql)?$/, error: "DATABASE_URL doit commencer par « postgresql:// »." })
      .optional(),
    DATABASE_DIRECT_URL: z
      .url({ protocol: /^postgres(ql)?$/, error: "DATABASE_DIRECT_URL doit commencer par « postgresql:// »." })
      .optional(),
    DATABASE_OWNER_URL: z
      .url({ protocol: /^postgres(ql)?$/, error: "DATABASE_OWNER_URL doit commencer par « postgresql:// »." })
      .optional(),
    DATA_DIR: z.string().default(".data"),
    FILES_URL: z
      .url({ protocol: /^https?$/, error: FILES_URL })
      .refine((url) => {
        const { username, password, pathname } = new URL(url);
        return username && password && /^\/[^/]+$/.test(pathname);
      }, FILES_URL)
      .optional(),
    SESSION_SECRET: z
      .string()
      .min(MINIMUM_SECRET_LENGTH, `SESSION_SECRET doit compter au moins ${MINIMUM_SECRET_LENGTH} caractères.`)
      .optional(),
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: "SMTP_URL doit commencer par « smtp:// » ou « smtps:// »." })
      .optional(),
    MAIL_FROM: mailbox("MAIL_FROM").default(`${SITE_NAME} <ne-pas-repondre@localhost>`),
    // Who reads the answers to the portal's messages: a human.
    MAIL_REPLY_TO: mailbox("MAIL_REPLY_TO").optional(),
    // The mailbox of MAIL_FROM, where calendars answer and messages bounce.
    IMAP_URL: z
      .url({ protocol: /^imaps?$/, error: "IMAP_URL doit commencer par « imap:// » ou « imaps:// »." })
      .optional(),
    DKIM_SELECTOR: z
      .string()
      .regex(/^[\w-]+(\.[\w-]+)*$/, "DKIM_SELECTOR doit être un nom, par exemple portail.")
      .optional(),
    DKIM_KEY_FILE: z
      .string()
      .refine(isPrivateKey, "DKIM_KEY_FILE doit désigner une clé privée au format PEM, que le portail peut lire.")
      .optional(),
    CONTACT_EMAIL: z
      .email("CONTACT_EMAIL doit être une adresse électronique, par exemple equipe@exemple.fr.")
      .optional(),
    ROLE: z.enum(["all", "web", "worker"], "ROLE doit valoir « all », « web » ou « worker ».").default("all"),
    DRAIN_SECONDS: z.coerce
      .number("DRAIN_SECONDS doit être un nombre, par exemple 10.")
      .int("DRAIN_SECONDS doit être un nombre entier.")
      .min(0, "DRAIN_SECONDS doit être compris entre 0 et 300.")
      .max(300, "DRAIN_SECONDS doit être compris entre 0 et 300.")
      .default(0),
    LOG_LEVEL: z
      .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], "LOG_LEVEL n’est pas un niveau connu.")
      .default("info"),
    APP_ENV: z.enum(["production", "test"], "APP_ENV doit valoir « production » ou « test ».").default("production"),
    // Each trusted proxy adds the address it sees to X-Forwarded-For; the client's own additions are never believed.
    TRUSTED_PROXIES: z.coerce
      .number("TRUSTED_PROXIES doit être un nombre, par exemple 1.")
      .int("TRUSTED_PROXIES doit être un nombre entier.")
      .min(0, "TRUSTED_PROXIES doit être compris entre 0 et 10.")
      .max(10, "TRUSTED_PROXIES doit être compris entre 0 et 10.")
      .default(0),
    PAGE_CACHE_MB: z.coerce
      .number("PAGE_CACHE_MB doit être un nombre, par exemple 64.")
      .int("PAGE_CACHE_MB doit être un nombre entier.")
      .min(0, "PAGE_CACHE_MB doit être compris entre 0 et 100000.")
      .max(100_000, "PAGE_CACHE_MB doit être compris entre 0 et 100000.")
      .default(64),
    HEAP_MB: z.coerce
      .number("HEAP_MB doit être un nombre, par exemple 256.")
      .int("HEAP_MB doit être un nombre entier.")
      .min(128, "HEAP_MB doit être compris entre 128 et 100000.")
      .max(100_000, "HEAP_MB doit être compris entre 128 et 100000.")
      .optional(),
    PURGE_URL: z
      .url({
        protocol: /^https?$/,
        error: "PURGE_URL doit être une adresse complète, par exemple http://cache:8080/purge.",
      })
      .optional(),
    // Off, it lets a test show that without the lock a session is overbooked.
    REGISTRATION_LOCK: z.enum(["on", "off"], "REGISTRATION_LOCK doit valoir « on » ou « off ».").default("on"),
    // Lets tests read sites of their own machine.
    LOCAL_SITES: z.enum(["on", "off"], "LOCAL_SITES doit valoir « on » ou « off ».").default("off"),
    TEST_CLOCK: z.iso
      .datetime({ offset: true, error: "TEST_CLOCK doit être un instant, par exemple 2027-01-21T11:00:00Z." })
      .optional(),
  })
  .refine((env) => !env.TEST_CLOCK || env.APP_ENV === "test", {
    error: "TEST_CLOCK n’est accepté qu’avec APP_ENV=test.",
    path: ["TEST_CLOCK"],
  })
  .refine((env) => env.REGISTRATION_LOCK === "on" || env.APP_ENV === "test", {
    error: "REGISTRATION_LOCK=off n’est accepté qu’avec APP_ENV=test.",
    path: ["REGISTRATION_LOCK"],
  })
  .refine((env) => env.LOCAL_SITES === "off" || env.APP_ENV === "test", {
    error: "LOCAL_SITES=on n’est accepté qu’avec APP_ENV=test.",
    path: ["LOCAL_SITES"],
  })
  .refine((env) => !env.DATABASE_URL || env.SESSION_SECRET, {
    error: "SESSION_SECRET est obligatoire quand DATABASE_URL est donné.",
    path: ["SESSION_SECRET"],
  })
  .refine((env) => (env.DKIM_SELECTOR === undefined) === (env.DKIM_KEY_FILE === undefined), {
    error: "DKIM_SELECTOR et DKIM_KEY_FILE vont ensemble : donnez les deux, ou aucun.",
    path: ["DKIM_SELECTOR"],
  })
  .refine((env) => !env.DATABASE_DIRECT_URL || env.DATABASE_URL, {
    error: "DATABASE_DIRECT_URL ne s’emploie qu’avec DATABASE_URL.",
    path: ["DATABASE_DIRECT_URL"],
  })
  .refine((env) => !env.DATABASE_OWNER_URL || env.DATABASE_URL, {
    error: "DATABASE_OWNER_URL ne s’emploie qu’avec DATABASE_URL.",
    path: ["DATABASE_OWNER_URL"],
  })
  .transform((env) => ({
    ...env,
    DATA_DIR: inWorkingFolder(env.DATA_DIR),
    SITE_URL: env.SITE_URL ?? `http://localhost:${env.PORT}`,
  }));

export type Env = z.output<typeof schema>;

let cached: Env | undefined;

/**
 * Validated once.
 * @throws Error whose message is the French sentences of what is wrong, one a line
 */
export function env(): Env {
  if (cached) return cached;
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (!result.success) throw new Error(result.error.issues.map((issue) => issue.message).join("\n"));
  cached = result.data;
  return cached;
}

/** Forgets what `env()` read: for the start command, which completes process.env before anyone else reads it. */
export function rereadEnv(): Env {
  cached = undefined;
  return env();
}

/** DATABASE_URL, else the embedded server as it was last started: it may not answer, nor name a database. */
export function databaseUrl(): string {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const file = path.join(inWorkingFolder(process.env.DATA_DIR || ".data"), EMBEDDED_FILE);
  if (!existsSync(file)) return "postgresql://localhost:5432/";
  const { port, password } = JSON.parse(readFileSync(file, "utf8")) as { port: number; password: string };
  return `postgresql://portail:${password}@127.0.0.1:${port}/portail`;
}

/** The same database, past any pooler: what a session keeps between two transactions, LISTEN among it. */
export const directUrl = (): string => process.env.DATABASE_DIRECT_URL || databaseUrl();

const UNHURRIED = "-c statement_timeout=0 -c idle_in_transaction_session_timeout=0";

/** The same database as the role that owns the tables: structure, rights, copies. */
export function ownerUrl(): string {
  if (process.env.DATABASE_OWNER_URL || !process.env.DATABASE_DIRECT_URL)
    return process.env.DATABASE_OWNER_URL || databaseUrl();
  const url = new URL(process.env.DATABASE_DIRECT_URL);
  // The role keeps the limits of a page’s session, which these acts may pass.
  url.searchParams.set("options", UNHURRIED);
  return url.href;
}
