"use client";

import { usePathname } from "next/navigation";
import { CARDS, nounsOfMenu } from "#lib/nouns/cards";
import { paths } from "#lib/platform/paths";

/** The entries of the menu, in order. */
export const MENU_ENTRIES = [
  { label: "Tableau de bord", href: paths.admin() },
  ...nounsOfMenu().flatMap((noun) => [
    { label: CARDS[noun].menu.label, href: paths.adminList(CARDS[noun].section) },
    ...(noun === "webinar" ? [{ label: "Cycles", href: paths.adminList("cycles") }] : []),
  ]),
  { label: "Personnes", href: paths.adminList("personnes") },
  { label: "Orientation", href: paths.adminList("orientation") },
  { label: "Moisson", href: paths.adminList("moisson") },
  { label: "Recherche", href: paths.adminList("recherche") },
  { label: "Remarques", href: paths.adminList("remarques") },
  { label: "Visites", href: paths.adminList("visites") },
  { label: "Messages", href: paths.adminList("messages") },
  { label: "Journal", href: paths.adminList("journal") },
];

export const MENU = "menu-administration";

const isCurrent = (href: string, path: string) =>
  path === href || (href !== paths.admin() && path.startsWith(`${href}/`));

/** Opens the menu on narrow screens; browsers that do not know popovers always show it. */
export function MenuButton() {
  return (
    <button
      type="button"
      popoverTarget={MENU}
      className="inline-flex min-h-11 cursor-pointer items-center rounded-full border-2 border-control bg-surface px-3 font-semibold sm:px-4 lg:hidden"
    >
      Menu
    </button>
  );
}

export function NavigationLinks() {
  const path = usePathname();
  return (
    <ul className="grid grid-cols-2 gap-1 lg:grid-cols-1">
      {MENU_ENTRIES.map(({ label, href }) => (
        <li key={href}>
          <a
            href={href}
            aria-current={isCurrent(href, path) ? "page" : undefined}
            className="flex min-h-11 items-center rounded-lg px-3 text-ink no-underline hover:bg-sunken aria-[current=page]:bg-brand aria-[current=page]:font-semibold aria-[current=page]:text-on-brand"
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
