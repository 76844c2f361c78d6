import type { ReactNode } from "react";
import { SiteFooter } from "#components/site/footer";
import { SiteHeader } from "#components/site/header";
import { RemarkLink } from "#components/site/remark-link";

type Props = {
  children: ReactNode;
  contactEmail?: string | undefined;
  /** What the site is by law, where it is known. */
  standing?: string | undefined;
  /** Of what is drawn, for one person too. */
  address?: string | null;
  /** The same, of what is drawn for everyone. */
  page?: string | null;
  /** How what is the same everywhere is drawn. */
  draw?: (part: ReactNode) => ReactNode;
};

export function SiteFrame({
  children,
  contactEmail,
  standing,
  address = null,
  page = null,
  draw = (part) => part,
}: Props) {
  const [, section, item] = address?.split("/") ?? [];
  return (
    <>
      <a
        href="#contenu"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:m-2 focus:rounded focus:bg-surface focus:p-3"
      >
        Aller au contenu
      </a>
      {draw(<SiteHeader address={address} />)}
      <main
        id="contenu"
        tabIndex={-1}
        className="public-page outline-none"
        data-section={section || undefined}
        data-item={item ? "" : undefined}
      >
        {children}
        {draw(<RemarkLink page={page} />)}
      </main>
      {draw(<SiteFooter contactEmail={contactEmail} standing={standing} />)}
    </>
  );
}
