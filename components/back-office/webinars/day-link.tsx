"use client";

import { usePathname } from "next/navigation";

/** Leads to the screen of whoever runs a session, but from that screen. */
export function DayLink({ href }: { href: string }) {
  if (usePathname() === href) return null;
  return (
    <a href={href} className="inline-flex min-h-11 items-center font-semibold">
      Ouvrir l’écran du direct
    </a>
  );
}
