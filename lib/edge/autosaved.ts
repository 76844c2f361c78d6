import type { FormOutcome } from "#lib/edge/form-outcome";
import { formatHour } from "#lib/platform/dates";
import type { Result } from "#lib/platform/result";
import type { AutosaveAnswer } from "#lib/revisions/schema";

const told = (answer: AutosaveAnswer): FormOutcome => ({ ok: false, echo: answer });

/** What a form hears of what it saved by itself. No page is drawn anew: the answer is what it echoes. */
export function autosaved(kept: Result<{ version: number }, string>, at: Date): FormOutcome {
  if (kept.ok) return told({ status: "saved", version: String(kept.version), hour: formatHour(at) });
  if (kept.reason === "untitled") return told({ status: "untitled" });
  return told({ status: kept.reason === "stale" ? "conflict" : "gone" });
}
