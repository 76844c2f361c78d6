import { paths } from "#lib/platform/paths";

const ways = [
  { label: "Choisir parmi les sept besoins", href: paths.needs() },
  { label: "Chercher un document", href: paths.resources() },
  { label: "Voir les prochains webinaires", href: paths.webinars() },
  { label: "Parcourir les centres de ressources", href: paths.centres() },
  { label: "Revenir à l’accueil", href: paths.home() },
];

/** @param contactEmail the mailbox that somebody reads, when there is one */
export function HelpfulLinks({ contactEmail }: { contactEmail?: string | undefined }) {
  const writing = contactEmail ? [{ label: "Écrire à l’équipe", href: `mailto:${contactEmail}` }] : [];
  return (
    <ul className="mt-4 grid gap-1">
      {[...ways, ...writing].map(({ label, href }) => (
        <li key={href}>
          <a href={href} className="inline-flex min-h-11 items-center font-semibold">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
