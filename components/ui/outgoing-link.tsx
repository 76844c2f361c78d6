import type { ReactNode } from "react";

/** Opens in the same tab: the back button brings back here. */
export function OutgoingLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} rel="external">
      {children} (ouvre un autre site)
    </a>
  );
}
