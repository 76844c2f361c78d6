import { paths } from "#lib/platform/paths";

const ways = [
  { label: "Choisir parmi les sept besoins", href: paths.needs() },
  { label: "Chercher un document", href: paths.resources() },
  { label: "Voir les prochains webinaires", href: paths.webinars() },
  { label: "Parcourir les centres de ressources", href: paths.centres() },
  { label: "Écrire à l’équipe", href: paths.page("contact") },
  { label: "Revenir à l’accueil", href: paths.home() },
];

export function HelpfulLinks() {
  return (
    <ul className="mt-4 grid gap-1">
      {ways.map(({ label, href }) => (
        <li key={href}>
          <a href={href} className="inline-flex min-h-11 items-center font-semibold">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
