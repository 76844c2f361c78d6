import type { ReactNode } from "react";
import { MENU, MenuButton, NavigationLinks } from "#components/back-office/navigation";
import { QuickSearch } from "#components/back-office/quick-search";
import { ActionButton } from "#components/forms/action-button";
import { Acting } from "#components/forms/may-act";
import type { FormAction } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";

type Props = {
  who: string;
  signOut: FormAction;
  /** Whether they may change anything. */
  mayAct: boolean;
  /** Whether they decide who has an account. */
  mayManage: boolean;
  /** Whether they see one centre, and nothing else. */
  isPartner: boolean;
  children: ReactNode;
};

/** Rooms and account: a column on wide screens, a sheet that the button opens on narrow ones. */
function Menu({ who, signOut, mayAct, mayManage, isPartner }: Omit<Props, "children">) {
  return (
    <nav
      id={MENU}
      popover="auto"
      aria-label="Administration"
      className="fixed inset-x-0 top-0 m-0 max-h-dvh w-full overflow-y-auto border-line border-b bg-surface p-4 text-ink shadow-xl lg:static lg:block lg:max-h-none lg:w-auto lg:overflow-visible lg:border-0 lg:bg-transparent lg:p-0 lg:shadow-none"
    >
      <NavigationLinks mayManage={mayManage} isPartner={isPartner} />
      <div className="mt-4 grid gap-3 border-line border-t pt-4">
        <p className="break-words px-3 text-muted">
          <a href={paths.adminList("mon-compte")} className="inline-flex min-h-11 items-center font-semibold">
            <bdi>{who}</bdi>
          </a>
          {!mayAct && ", en lecture seule"}
        </p>
        <ActionButton action={signOut} label="Se déconnecter" look="secondary" />
      </div>
    </nav>
  );
}

export function BackOfficeFrame({ who, signOut, mayAct, mayManage, isPartner, children }: Props) {
  return (
    <>
      <a
        href="#contenu"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:m-2 focus:rounded focus:bg-surface focus:p-3"
      >
        Aller au contenu
      </a>
      <header className="border-line border-b bg-surface">
        <div className="mx-auto flex max-w-7xl flex-wrap items-center justify-between gap-x-1 sm:gap-x-4 px-4 py-2 sm:px-6">
          <a
            href={paths.admin()}
            className="inline-flex min-h-11 items-center font-display text-[0.9rem] text-ink sm:text-xl no-underline"
          >
            Administration
          </a>
          {!isPartner && <QuickSearch />}
          <div className="flex flex-wrap items-center gap-x-1 sm:gap-x-4">
            <a href={paths.home()} className="inline-flex min-h-11 items-center whitespace-nowrap font-semibold">
              Voir le site
            </a>
            <MenuButton />
          </div>
        </div>
      </header>
      <div className="mx-auto grid max-w-7xl gap-x-8 px-4 py-6 sm:px-6 lg:grid-cols-[13rem_minmax(0,1fr)] lg:py-10">
        <div>
          <Menu who={who} signOut={signOut} mayAct={mayAct} mayManage={mayManage} isPartner={isPartner} />
        </div>
        <main id="contenu" tabIndex={-1} className="team-page min-w-0 outline-none">
          <Acting may={mayAct}>{children}</Acting>
        </main>
      </div>
    </>
  );
}
