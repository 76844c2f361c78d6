import { forgetOldAccountMatters } from "#lib/accounts/recovery-mutations";
import { forgetOldChanges } from "#lib/bulk/mutations";
import { forgetOldImports } from "#lib/imports/mutations";
import { removeLostFiles } from "#lib/media/mutations";
import { forgetOldUploads } from "#lib/media/uploads/mutations";
import { db } from "#lib/platform/db";
import { emptyTrash } from "#lib/publication/trash/mutations";
import { forgetOldViews } from "#lib/views/mutations";

const WEEK_MS = 7 * 86_400_000;

/** Forgets what only served for a while: ended sessions of the back office, reports read a week ago, spent counters. */
export async function purgeExpired(at: Date): Promise<void> {
  await db.userSession.deleteMany({ where: { expiresAt: { lt: at } } });
  await db.attendanceImport.deleteMany({ where: { createdAt: { lt: new Date(at.getTime() - WEEK_MS) } } });
  await db.heldNotice.deleteMany({ where: { lastAt: { lt: new Date(at.getTime() - WEEK_MS) } } });
  await forgetOldAccountMatters(at);
  await forgetOldViews(at);
  await emptyTrash(at);
  await forgetOldChanges(at);
  await forgetOldImports(at);
  await forgetOldUploads(at);
  // The library that counts reads the machine's clock.
  await db.$executeRaw`DELETE FROM "RateLimiterFlexible" WHERE "expire" < now()`;
  // Last: what keeps them may not answer.
  await removeLostFiles(at);
}
