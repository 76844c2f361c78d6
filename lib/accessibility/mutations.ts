import { listFindings } from "#lib/accessibility/queries";
import { shownOf } from "#lib/accessibility/rules";
import type { Finding, Said, ThemeEdit } from "#lib/accessibility/schema";
import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { db } from "#lib/platform/db";

/** What somebody else wrote of a criterion meanwhile. */
type Meanwhile = Said & { number: string };
type Saved = { ok: true } | { ok: false; reason: "stale"; meanwhile: Meanwhile[] };

/**
 * Writes what was found of the criteria of a theme. Those that the form left as it showed them stay as they are, and keep
 * their day.
 * @returns « stale » when another one was written meanwhile: nothing is
 */
export const saveTheme = (editor: Editor, { theme, findings }: ThemeEdit, at: Date): Promise<Saved> =>
  db.$transaction(async (tx): Promise<Saved> => {
    await tx.$executeRaw`LOCK TABLE "AccessibilityCriterion" IN SHARE ROW EXCLUSIVE MODE`;
    const stored = await listFindings(tx);
    const known = (number: string): Finding | undefined => stored.find((one) => one.number === number);
    const changed = findings.filter((one) => {
      const said = shownOf(one);
      return said !== one.shown && said !== shownOf(known(one.number));
    });
    const meanwhile = changed
      .filter(({ number, shown }) => shownOf(known(number)) !== shown)
      .map(({ number }) => ({ number, state: known(number)?.state ?? null, note: known(number)?.note ?? null }));
    if (meanwhile.length) return { ok: false, reason: "stale", meanwhile };
    const numbers = changed.map(({ number }) => number);
    if (!numbers.length) return { ok: true };
    await tx.accessibilityCriterion.deleteMany({ where: { number: { in: numbers } } });
    await tx.accessibilityCriterion.createMany({
      data: changed.flatMap(({ number, state, note }) => (state ? [{ number, state, note, evaluatedAt: at }] : [])),
    });
    await recordAudit(tx, editor, {
      action: "accessibility.update",
      noun: "accessibility",
      target: String(theme),
      details: { criteria: numbers },
      at,
    });
    return { ok: true };
  });
