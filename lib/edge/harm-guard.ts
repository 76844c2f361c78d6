import type { FormOutcome } from "#lib/edge/form-outcome";
import { harmWords, placeWords } from "#lib/editorial/labels";
import { DESPITE_ASKED, type Finding } from "#lib/editorial/schema";
import type { Despite } from "#lib/publication/schema";

/** Says what harms readers, and makes the form ask why it is published all the same. @param step what was asked for */
export const harmRefusal = (harms: readonly Finding[], step: string): FormOutcome => ({
  ok: false,
  formError: harmWords(harms.map(placeWords)),
  echo: { [DESPITE_ASKED]: step },
});

/** What the journal keeps of it; nothing where nothing harms. */
export const despiteOf = (
  harms: readonly { check: string }[],
  reason: string | null | undefined,
): { despite?: Despite } =>
  harms.length && reason ? { despite: { reason, checks: [...new Set(harms.map(({ check }) => check))] } } : {};
