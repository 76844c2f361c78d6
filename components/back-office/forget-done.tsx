"use client";

import { useEffect } from "react";

/** Takes what was just done out of the address: a page that is read again, or kept as a bookmark, does not say it again. */
export function ForgetDone() {
  useEffect(() => {
    const address = new URL(window.location.href);
    if (!address.searchParams.has("fait")) return;
    address.searchParams.delete("fait");
    window.history.replaceState(window.history.state, "", address);
  });
  return null;
}
