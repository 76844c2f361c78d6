"use client";

import { useEffect, useRef } from "react";

/** Ctrl+S, or ⌘S, presses the first button of the bar. */
export function SaveKey() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const listening = new AbortController();
    const save = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, repeat } = event;
      if (key.toLowerCase() !== "s" || altKey || shiftKey || !(ctrlKey || metaKey)) return;
      event.preventDefault();
      if (!repeat) place.current?.parentElement?.querySelector("button")?.click();
    };
    window.addEventListener("keydown", save, { signal: listening.signal });
    return () => listening.abort();
  }, []);
  return <span ref={place} hidden />;
}
