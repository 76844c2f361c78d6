"use client";

import { usePathname } from "next/navigation";
import { isPersonal, paths } from "#lib/platform/paths";

/** Where a reader says what they think of this page; the address of a personal page is told to nobody. */
export function RemarkLink() {
  const path = usePathname();
  if (path === paths.remark()) return null;
  return (
    <a
      href={paths.remark(path && !isPersonal(path) ? { page: path } : {})}
      rel="nofollow"
      className="mx-auto mt-10 flex min-h-11 w-fit items-center px-4 text-center font-semibold print:hidden"
    >
      Cette page vous a-t-elle aidé{"\u202F"}? Répondre, ou signaler une erreur
    </a>
  );
}
