import { afterEach, describe, expect, it, vi } from "vitest";
import { env, rereadEnv } from "#lib/platform/env";

const given = (variables: Record<string, string | undefined>) => {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  return rereadEnv();
};

afterEach(() => {
  vi.unstubAllEnvs();
  rereadEnv();
});

describe("env", () => {
  it("derives the address of the site from the port", () => {
    expect(given({ SITE_URL: undefined, PORT: "4000" }).SITE_URL).toBe("http://localhost:4000");
    expect(given({ SITE_URL: "https://exemple.fr/" }).SITE_URL).toBe("https://exemple.fr");
  });

  it("takes an empty value for a missing one", () => {
    expect(given({ PORT: "" }).PORT).toBe(3000);
  });

  it.each([
    [{ PORT: "quatre" }, "PORT doit être un nombre"],
    [{ PORT: "70000" }, "entre 1 et 65535"],
    [{ DATABASE_URL: "mysql://x/y" }, "postgresql://"],
    [{ DATABASE_URL: "postgresql://x/y", SESSION_SECRET: undefined }, "SESSION_SECRET est obligatoire"],
    [{ DATABASE_DIRECT_URL: "mysql://x/y" }, "DATABASE_DIRECT_URL doit commencer par « postgresql:// »"],
    [{ DATABASE_URL: undefined, DATABASE_DIRECT_URL: "postgresql://x/y" }, "DATABASE_DIRECT_URL ne s’emploie"],
    [{ DRAIN_SECONDS: "dix" }, "DRAIN_SECONDS doit être un nombre"],
    [{ DRAIN_SECONDS: "301" }, "entre 0 et 300"],
    [{ HEAP_MB: "127" }, "entre 128 et 100000"],
    [{ SESSION_SECRET: "court" }, "au moins 32 caractères"],
    [{ SMTP_URL: "http://x" }, "smtp://"],
    [{ FILES_URL: "s3://cle:secret@s3.exemple.fr/portail" }, "FILES_URL doit être l’adresse d’un espace de stockage"],
    [{ FILES_URL: "https://s3.exemple.fr/portail" }, "avec ses clés"],
    [{ FILES_URL: "https://cle:secret@s3.exemple.fr/" }, "FILES_URL doit être l’adresse d’un espace de stockage"],
    [{ FILES_URL: "https://cle:secret@s3.exemple.fr/a/b" }, "FILES_URL doit être l’adresse d’un espace de stockage"],
    [{ MAIL_FROM: "Nom <a@b.fr>\r\nBcc: c@d.fr" }, "MAIL_FROM doit être une adresse"],
    [{ MAIL_REPLY_TO: "personne" }, "MAIL_REPLY_TO doit être une adresse"],
    [{ DKIM_SELECTOR: "portail" }, "DKIM_SELECTOR et DKIM_KEY_FILE vont ensemble"],
    [{ DKIM_SELECTOR: "por tail" }, "DKIM_SELECTOR doit être un nom"],
    [{ DKIM_SELECTOR: "portail", DKIM_KEY_FILE: "package.json" }, "DKIM_KEY_FILE doit désigner une clé privée"],
    [{ DKIM_SELECTOR: "portail", DKIM_KEY_FILE: "absente.pem" }, "DKIM_KEY_FILE doit désigner une clé privée"],
    [{ CONTACT_EMAIL: "equipe" }, "CONTACT_EMAIL doit être une adresse électronique"],
    [{ TRUSTED_PROXIES: "un" }, "TRUSTED_PROXIES doit être un nombre"],
    [{ TRUSTED_PROXIES: "-1" }, "entre 0 et 10"],
    [{ ROLE: "chef" }, "« all », « web » ou « worker »"],
    [{ APP_ENV: "production", TEST_CLOCK: "2027-01-21T11:00:00Z" }, "TEST_CLOCK n’est accepté qu’avec APP_ENV=test"],
    [{ APP_ENV: "production", LOCAL_SITES: "on" }, "LOCAL_SITES=on n’est accepté qu’avec APP_ENV=test"],
    [{ LOCAL_SITES: "oui" }, "LOCAL_SITES doit valoir"],
  ])("refuses %o with a French sentence", (variables, sentence) => {
    expect(() => given(variables)).toThrow(sentence);
  });

  it("takes what its sentences name, the bounds included", () => {
    for (const PORT of ["1", "65535"]) expect(given({ PORT }).PORT).toBe(Number(PORT));
    for (const PORT of ["0", "65536"]) expect(() => given({ PORT })).toThrow("entre 1 et 65535");
    vi.unstubAllEnvs();
    for (const TRUSTED_PROXIES of ["0", "10"])
      expect(given({ TRUSTED_PROXIES }).TRUSTED_PROXIES).toBe(Number(TRUSTED_PROXIES));
    expect(() => given({ TRUSTED_PROXIES: "11" })).toThrow("entre 0 et 10");
    vi.unstubAllEnvs();
    for (const PAGE_CACHE_MB of ["0", "100000"])
      expect(given({ PAGE_CACHE_MB }).PAGE_CACHE_MB).toBe(Number(PAGE_CACHE_MB));
    expect(() => given({ PAGE_CACHE_MB: "100001" })).toThrow("entre 0 et 100000");
    vi.unstubAllEnvs();
    for (const DRAIN_SECONDS of ["0", "300"])
      expect(given({ DRAIN_SECONDS }).DRAIN_SECONDS).toBe(Number(DRAIN_SECONDS));
    expect(() => given({ DRAIN_SECONDS: "301" })).toThrow("entre 0 et 300");
    vi.unstubAllEnvs();
    expect(given({ SESSION_SECRET: "s".repeat(32) }).SESSION_SECRET).toHaveLength(32);
    expect(() => given({ SESSION_SECRET: "s".repeat(31) })).toThrow("au moins 32 caractères");
  });

  it("reads the process once", () => {
    const first = env();
    vi.stubEnv("PORT", "4001");
    expect(env()).toBe(first);
  });
});
