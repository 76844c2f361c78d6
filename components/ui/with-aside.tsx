import type { ReactNode } from "react";

type Props = { aside: ReactNode; label: string; children: ReactNode };

/** Something to read, and what goes with it: beside it where there is room, else below. */
export function WithAside({ aside, label, children }: Props) {
  return (
    <div className="grid items-start gap-8 py-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-12">
      <div className="min-w-0">{children}</div>
      <aside aria-label={label} className="rounded-card border border-line bg-surface p-5">
        {aside}
      </aside>
    </div>
  );
}
