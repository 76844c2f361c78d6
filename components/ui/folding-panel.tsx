import type { ReactNode } from "react";

/** Where the browser can, the panel stands open on a wide screen; elsewhere it unfolds. */
const unfolded = "lg:[&::details-content]:[content-visibility:visible] lg:[&::details-content]:[block-size:auto]";
const handle = "supports-[selector(::details-content)]:lg:hidden";

export function FoldingPanel({
  label,
  open = false,
  children,
}: {
  label: string;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open} className={`rounded-card border border-line bg-surface p-2 ${unfolded}`}>
      <summary className={`min-h-11 px-3 py-2 font-semibold ${handle}`}>{label}</summary>
      {children}
    </details>
  );
}
