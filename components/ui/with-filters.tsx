import type { ReactNode } from "react";

/** A list and what narrows it: beside it where there is room, else above. */
export function WithFilters({ filters, children }: { filters: ReactNode; children: ReactNode }) {
  return (
    <div className="grid items-start gap-6 py-6 sm:py-8 lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-10">
      {filters}
      <div className="min-w-0">{children}</div>
    </div>
  );
}
