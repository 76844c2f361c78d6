import { paths } from "#lib/platform/paths";

const sections = [
  { label: "Besoins", href: paths.needs() },
  { label: "Centres", href: paths.centres() },
  { label: "Ressources", href: paths.resources() },
  { label: "Webinaires", href: paths.webinars() },
  { label: "Observatoire", href: paths.observatory() },
  { label: "Glossaire", href: paths.glossary() },
];

export function SiteHeader() {
  return (
    <header className="contained flex flex-wrap items-center justify-between gap-x-8 bg-surface pt-2 pb-1">
      <a
        href={paths.home()}
        className="inline-flex min-h-11 items-center gap-3 font-display text-ink text-lg leading-tight no-underline"
      >
        <svg
          viewBox="0 0 40 40"
          width="36"
          height="36"
          className="size-9 shrink-0 text-brand"
          aria-hidden="true"
          focusable="false"
        >
          <path
            d="M18.5 19a1.5 1.5 0 0 1 3 0v17a1.5 1.5 0 0 1-3 0ZM20 26C10 26 6 20 6 12c8 0 14 4 14 14Z"
            fill="currentColor"
          />
          <path d="M20 21c0-9 5-14 14-15 0 10-5 15-14 15Z" fill="var(--accent)" />
        </svg>
        L’innovation territoriale en actions{"\u202F"}!
      </a>
      <nav aria-label="Navigation principale" className="-mx-2">
        <ul className="flex flex-wrap">
          {sections.map(({ label, href }) => (
            <li key={href}>
              <a
                href={href}
                className="inline-flex min-h-11 items-center whitespace-nowrap px-2 font-semibold text-[0.95rem] text-ink no-underline hover:underline sm:px-3"
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
