import { paths } from "#lib/platform/paths";

const sections = [
  { label: "Besoins", href: paths.needs() },
  { label: "Centres", href: paths.centres() },
  { label: "Ressources", href: paths.resources() },
  { label: "Webinaires", href: paths.webinars() },
  { label: "Observatoire", href: paths.observatory() },
  { label: "Glossaire", href: paths.glossary() },
];
const MENU = "sections";

/** @param address of the page, which marks its section; null where it is not known */
export function SiteHeader({ address }: { address: string | null }) {
  const current = (href: string) => (address === href ? "page" : address?.startsWith(`${href}/`) || undefined);
  return (
    <header className="site-header contained">
      <a href={paths.home()}>L’innovation territoriale en actions{"\u202F"}!</a>
      <nav aria-label="Navigation principale">
        <button type="button" popoverTarget={MENU}>
          Menu
        </button>
        <ul id={MENU} popover="auto">
          {sections.map(({ label, href }) => (
            <li key={href}>
              <a href={href} aria-current={current(href)}>
                {label}
              </a>
            </li>
          ))}
        </ul>
        <a href={paths.search()} aria-current={current(paths.search())} className="glass">
          Chercher
        </a>
      </nav>
    </header>
  );
}
