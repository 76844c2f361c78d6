import type { ReactNode } from "react";
import { SiteFooter } from "#components/site/footer";
import { SiteHeader } from "#components/site/header";
import { RemarkLink } from "#components/site/remark-link";

type Props = { children: ReactNode; contactEmail?: string | undefined; page?: string | null };

export function SiteFrame({ children, contactEmail, page = null }: Props) {
  return (
    <>
      <a
        href="#contenu"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:m-2 focus:rounded focus:bg-surface focus:p-3"
      >
        Aller au contenu
      </a>
      <SiteHeader page={page} />
      <main id="contenu" tabIndex={-1} className="public-page outline-none">
        {children}
        <RemarkLink page={page} />
      </main>
      <SiteFooter contactEmail={contactEmail} />
    </>
  );
}
