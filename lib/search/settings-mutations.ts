import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { db } from "#lib/platform/db";
import { fingerprint } from "#lib/platform/fingerprint";
import type { SearchSettings } from "#lib/search/schema";
import { settings } from "#lib/search/settings-queries";

export type SettingsSaved = { ok: true } | { ok: false; reason: "stale" };

/** Replaces the synonyms and the test queries, unless somebody else did since they were shown. */
export const saveSettings = (
  editor: Editor,
  { synonyms, tests }: SearchSettings,
  shown: string,
  at: Date,
): Promise<SettingsSaved> =>
  db.$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE "SynonymGroup", "TestQuery" IN SHARE ROW EXCLUSIVE MODE`;
    if (fingerprint(await settings(editor, tx)) !== shown) return { ok: false, reason: "stale" };
    await tx.synonymGroup.deleteMany();
    await tx.synonymGroup.createMany({ data: synonyms.map((words, position) => ({ position, words })) });
    await tx.testQuery.deleteMany();
    await tx.testQuery.createMany({ data: tests.map((test, position) => ({ position, ...test })) });
    await recordAudit(tx, editor, { action: "search.settings", noun: "search", target: "recherche", at });
    return { ok: true };
  });
