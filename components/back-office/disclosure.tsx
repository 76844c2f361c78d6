import type { ReactNode } from "react";

/** What is shown on request. */
export function Disclosure({
  summary,
  open = false,
  children,
}: {
  summary: string;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="rounded-lg border border-line bg-paper px-4 open:pb-4" open={open}>
      <summary className="py-2.5 font-semibold">{summary}</summary>
      {children}
    </details>
  );
}
