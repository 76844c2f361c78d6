"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { counted } from "#lib/platform/text";

const EVERY_MS = 2_000;

/** How far a work is. The page is read again by itself while it goes on; without scripts, by its link. */
export function ImportProgress({ read, total, href }: { read: number; total: number; href: string }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <div className="grid gap-2">
      <label htmlFor="progress" className="font-semibold">
        {counted(read, "ligne", "lignes")} sur {total}
      </label>
      <progress id="progress" value={read} max={Math.max(total, 1)} className="w-full accent-brand" />
      <p>
        <a href={href} className="inline-flex min-h-11 items-center">
          Voir où il en est
        </a>
      </p>
    </div>
  );
}
