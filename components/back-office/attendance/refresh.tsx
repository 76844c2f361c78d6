"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

type Props = {
  seconds: number;
  /** The address that is asked again without scripts; null while something is typed, that would be lost. */
  href: string | null;
};

/** Asks a screen again by itself. With scripts, what is being typed stays where it is. */
export function Refresh({ seconds, href }: Props) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), seconds * 1000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return (
    <noscript>
      {href ? (
        <meta httpEquiv="refresh" content={`${seconds};url=${href}`} />
      ) : (
        <p>Il attend que vous ayez fini d’écrire.</p>
      )}
    </noscript>
  );
}
