"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * Says what was just done, or lets the title say it, from the top of the page and with the focus there. An action that
 * leads back to its own page leaves the screen where it was: here it starts anew. Draw it under a new `key` each time.
 */
export function Landing({ children }: { children?: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = box.current ?? document.querySelector("h1");
    if (!place) return;
    window.scrollTo({ top: 0, behavior: "instant" });
    place.tabIndex = -1;
    place.focus();
  }, []);
  if (!children) return null;
  return (
    <div ref={box} role="status" className="pt-6">
      {children}
    </div>
  );
}
