import type { ReactNode } from "react";

/** What only some need, unfolded on request. */
export function Fold({ summary, open = false, children }: { summary: string; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} className="rounded-card border border-line bg-surface px-4 open:pb-5 sm:px-5">
      <summary className="min-h-11 py-2.5 font-semibold text-brand">{summary}</summary>
      <div className="mt-3 grid gap-6">{children}</div>
    </details>
  );
}
