import type { ReactNode } from "react";

/** The column in which everything stands. `narrow` is for reading and forms. */
export function Container({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return <div className={`mx-auto w-full px-4 sm:px-6 lg:px-8 ${narrow ? "max-w-3xl" : "max-w-6xl"}`}>{children}</div>;
}
