import type { ReactNode } from "react";

/** Gives what it holds the colour of a need, if there is one. @param position from 1 to 7 */
export function NeedTone({ position, children }: { position?: number; children: ReactNode }) {
  return position === undefined ? children : <div className={`need-${position}`}>{children}</div>;
}
