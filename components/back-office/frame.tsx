import type { ReactNode } from "react";
import { ActionButton } from "#components/back-office/action-button";
import { MenuButton, Navigation } from "#components/back-office/navigation";
import type { FormAction } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";

type Props = { who: string; signOut: FormAction; children: ReactNode };

/** What surrounds every page of the back office. */
export function BackOfficeFrame({ who, signOut, children }: Props) {
  return (
    <>
      <a
        href="#contenu"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:m-2 focus:rounded focus:bg-surface focus:p-3"
      >
        Aller au contenu
      </a>
      <header className="border-line border-b bg-surface">
        <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 sm:px-6">
          <a
            href={paths.admin()}
            className="inline-flex min-h-11 items-center font-display text-ink text-xl no-underline"
          >
            Administration
          </a>
          <MenuButton />
          <a href={paths.home()} className="inline-flex min-h-11 items-center font-semibold">
            Voir le site
          </a>
          <div className="flex grow flex-wrap items-center justify-end gap-x-4 gap-y-2">
            <p className="text-muted">{who}</p>
            <ActionButton action={signOut} label="Se déconnecter" look="secondary" />
          </div>
        </div>
      </header>
      <div className="mx-auto grid max-w-7xl gap-8 px-4 py-6 sm:px-6 lg:grid-cols-[13rem_minmax(0,1fr)] lg:py-10">
        <div>
          <Navigation />
        </div>
        <main id="contenu" tabIndex={-1} className="min-w-0 outline-none">
          {children}
        </main>
      </div>
    </>
  );
}
