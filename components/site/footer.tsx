import type { ReactNode } from "react";
import { paths } from "#lib/platform/paths";

const about = [
  { label: "À propos", slug: "a-propos" },
  { label: "Pourquoi faire alliance\u202F?", slug: "pourquoi-faire-alliance" },
  { label: "La méthode", slug: "methode" },
  { label: "Nos doutes", slug: "ce-que-nous-ne-savons-pas-encore" },
  { label: "Parcours de lecture", slug: "parcours" },
  { label: "Webinaires, mode d’emploi", slug: "webinaires-mode-d-emploi" },
  { label: "Partenaires", slug: "partenaires" },
  { label: "Contact", slug: "contact" },
];

const legalOf = (standing: string | undefined) => [
  { label: "Mentions légales", slug: "mentions-legales" },
  { label: "Données personnelles", slug: "donnees-personnelles" },
  { label: standing ? `Accessibilité\u00A0: ${standing}` : "Accessibilité", slug: "accessibilite" },
];

const link = "inline-flex min-h-11 items-center py-1 leading-snug no-underline hover:underline";

function Links({ title, children }: { title: string; children: ReactNode }) {
  return (
    <nav aria-label={title} className="mt-5 max-md:col-span-2 md:row-span-2 md:row-start-1 md:mt-0">
      <p className="font-display text-lg">{title}</p>
      <ul className="max-md:columns-2 max-md:gap-8">{children}</ul>
    </nav>
  );
}

type Props = {
  contactEmail?: string | undefined;
  /** What the site is by law, where it is known. */
  standing?: string | undefined;
};

export function SiteFooter({ contactEmail, standing }: Props) {
  return (
    <footer className="horizon deep contained grid grid-cols-2 gap-x-8 gap-y-2 pt-6 pb-12 md:grid-cols-[2fr_1fr_1fr] md:grid-rows-[auto_1fr]">
      <p className="col-span-2 max-w-prose text-lg md:col-span-1">
        Ce site présente les travaux du RAMEAU et de ses partenaires. Il n’est pas le site officiel du RAMEAU.
      </p>
      <p className="col-span-2 max-w-prose text-on-deep-muted text-sm md:col-span-1 md:col-start-1 md:row-start-2">
        Aucun cookie, aucun traceur. Textes sous{" "}
        <a href="https://www.etalab.gouv.fr/licence-ouverte-open-licence" rel="license external">
          Licence Ouverte 2.0
        </a>
        , code sous licence MIT.
      </p>
      <Links title="Le portail">
        {about.map(({ label, slug }) => (
          <li key={slug}>
            <a href={paths.page(slug)} className={link}>
              {label}
            </a>
          </li>
        ))}
        {contactEmail && (
          <li>
            <a href={`mailto:${contactEmail}`} className={link}>
              Écrire à l’équipe
            </a>
          </li>
        )}
        <li>
          <a href={paths.findRegistrations()} className={link}>
            Recevoir mes liens
          </a>
        </li>
        <li>
          <a href={paths.statistics()} className={link}>
            Statistiques
          </a>
        </li>
        <li>
          <a href={paths.digests()} className={link}>
            Suivre le portail
          </a>
        </li>
        <li>
          <a href={paths.siteMap()} className={link}>
            Plan du site
          </a>
        </li>
      </Links>
      <Links title="Vos droits">
        {legalOf(standing).map(({ label, slug }) => (
          <li key={slug}>
            <a href={paths.page(slug)} className={link}>
              {label}
            </a>
          </li>
        ))}
      </Links>
    </footer>
  );
}
