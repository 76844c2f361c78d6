import type { ReactNode } from "react";

/** The column in which everything stands. `narrow` is for reading and forms. */
export function Container({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return <div className={narrow ? "mx-auto w-full max-w-3xl px-4 sm:px-6 lg:px-8" : "contained"}>{children}</div>;
}
