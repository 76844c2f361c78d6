"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * Says what was just done from the top of the page, with the focus there. Where the framework's scripts run, an action
 * that leads back to its own page leaves the screen where it was: here it starts anew. Draw it under a new `key` each time.
 */
export function Landing({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    window.scrollTo({ top: 0, behavior: "instant" });
    box.current?.focus();
  }, []);
  return (
    <div ref={box} role="status" tabIndex={-1} autoFocus className="pt-6">
      {children}
    </div>
  );
}
