"use client";

import { useEffect, useRef } from "react";
import type { FormState } from "#lib/forms/state";

/** What a form hears once what was typed in it is stored. */
export const KEPT = "kept";

/** In a form: asks before its page is left with what was typed and not sent. */
export function LeaveGuard({ state }: { state: FormState }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let unsent = state.status === "invalid";
    const listening = new AbortController();
    const on = { signal: listening.signal };
    form.addEventListener("input", () => (unsent = true), on);
    form.addEventListener(KEPT, () => (unsent = false), on);
    // Without a connection nothing is sent.
    form.addEventListener("submit", () => (unsent &&= !navigator.onLine), on);
    window.addEventListener("beforeunload", (event) => unsent && event.preventDefault(), on);
    return () => listening.abort();
  }, [state]);
  return <span ref={place} hidden />;
}
