import { Fold } from "#components/ui/fold";
import type { CentreSummary, CentreFilters as Filters } from "#lib/centres/schema";
import type { NeedReference } from "#lib/needs/schema";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import { profileLabels, profileSpellings } from "#lib/profiles/labels";
import type { Profile } from "#prisma/enums";

type Option = { label: string; href: string; current: boolean; count: number };

const link = "flex min-h-11 items-center rounded-lg px-3 py-1.5 leading-snug no-underline hover:underline";

function Options({ title, options }: { title: string; options: readonly Option[] }) {
  return (
    <>
      <h3 className="mt-4 mb-1 px-3 font-sans font-semibold">{title}</h3>
      <ul>
        {options
          .filter(({ count, current }) => count > 0 || current)
          .map(({ label, href, current, count }) => (
            <li key={href}>
              <a
                href={href}
                rel="nofollow"
                aria-current={current ? "true" : undefined}
                className={`${link} ${current ? "bg-brand text-on-brand" : "text-ink hover:bg-sunken"}`}
              >
                {current && "✓ "}
                {label} ({count})
              </a>
            </li>
          ))}
      </ul>
    </>
  );
}

type Props = {
  needs: readonly NeedReference[];
  filters: Filters;
  forNeed: readonly CentreSummary[];
  forProfile: readonly CentreSummary[];
};

export function CentreFilters({ needs, filters: { need, profile }, forNeed, forProfile }: Props) {
  const profiles = Object.entries(profileLabels) as [Profile, string][];
  const chosen = [need, profile].filter(Boolean).length;
  return (
    <Fold
      look="choices"
      summary={chosen > 0 ? `Filtrer (${counted(chosen, "filtre choisi", "filtres choisis")})` : "Filtrer"}
    >
      <h2 className="sr-only">Filtrer les centres</h2>
      <Options
        title="Vous êtes"
        options={profiles.map(([value, label]) => ({
          label,
          href: paths.centres({ besoin: need, profil: value === profile ? undefined : profileSpellings[value] }),
          current: value === profile,
          count: forNeed.filter(({ audiences }) => audiences.includes(value)).length,
        }))}
      />
      <Options
        title="Votre besoin"
        options={needs.map(({ slug, title }) => ({
          label: french(title),
          href: paths.centres({
            besoin: slug === need ? undefined : slug,
            profil: profile && profileSpellings[profile],
          }),
          current: slug === need,
          count: forProfile.filter((centre) => centre.needs.some((answered) => answered.slug === slug)).length,
        }))}
      />
    </Fold>
  );
}
