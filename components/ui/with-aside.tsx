import type { ReactNode } from "react";

type Props = {
  aside: ReactNode;
  label: string;
  /** Whether what goes beside is read first, and stands on top of a narrow screen. */
  before?: boolean;
  framed?: boolean;
  /** What goes beside is left out of the printed page. */
  unprinted?: boolean;
  children: ReactNode;
};

/** Something to read, and what goes with it: beside it where there is room, else below or before. */
export function WithAside({ aside, label, before = false, framed = true, unprinted = false, children }: Props) {
  const frame = framed ? "rounded-card border border-line bg-surface p-5 sm:p-6" : "grid gap-6";
  const beside = (
    <aside aria-label={label} className={`lg:col-start-2 lg:row-start-1 ${frame} ${unprinted ? "no-print" : ""}`}>
      {aside}
    </aside>
  );
  return (
    <div className="grid items-start gap-6 py-4 sm:gap-8 sm:py-10 lg:grid-cols-[minmax(0,1fr)_23rem] lg:gap-14">
      {before && beside}
      <div className="min-w-0">{children}</div>
      {!before && beside}
    </div>
  );
}
