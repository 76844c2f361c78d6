"use client";

import { usePathname } from "next/navigation";
import { MENU_GROUPS } from "#components/back-office/menu";
import { paths } from "#lib/platform/paths";

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

const ACCOUNTS = { label: "Comptes", href: paths.adminList("comptes") };

const OWN: typeof MENU_GROUPS = [{ label: "", entries: [{ label: "Mon centre", href: paths.ownCentre() }] }];

type Props = { mayManage: boolean; isPartner: boolean };

export function NavigationLinks({ mayManage, isPartner }: Props) {
  const path = usePathname();
  const groups = isPartner ? OWN : MENU_GROUPS;
  const last = groups.at(-1);
  return (
    <ul className="columns-2 gap-x-4 lg:grid lg:gap-y-3">
      {groups.map((group) => (
        <li key={group.label}>
          {group.label && (
            <p className="break-after-avoid px-3 pt-2 pb-1 font-semibold text-muted text-sm lg:pt-0">{group.label}</p>
          )}
          <ul className="lg:grid">
            {[...group.entries, ...(mayManage && group === last ? [ACCOUNTS] : [])].map(({ label, href }) => (
              <li key={href}>
                <a
                  href={href}
                  aria-current={isCurrent(href, path) ? "page" : undefined}
                  className="flex min-h-10 items-center rounded-lg px-3 text-ink no-underline hover:bg-sunken lg:min-h-9 aria-[current=page]:bg-brand aria-[current=page]:font-semibold aria-[current=page]:text-on-brand"
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
