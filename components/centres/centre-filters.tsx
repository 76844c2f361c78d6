import { FilterLinks } from "#components/ui/filter-links";
import { profileLabels } from "#lib/editorial/labels";
import type { NeedReference } from "#lib/needs/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import type { Profile } from "#prisma/enums";

type Props = { needs: readonly NeedReference[]; need?: string; profile?: Profile };

/** Narrows the centres by need and by who the visitor is; each choice is an address, chosen again it is lifted. */
export function CentreFilters({ needs, need, profile }: Props) {
  const profiles = Object.entries(profileLabels) as [Profile, string][];
  return (
    <div className="grid gap-5 py-8">
      <FilterLinks
        title="Vous êtes"
        options={profiles.map(([value, label]) => ({
          label,
          href: paths.centres({ besoin: need, profil: value === profile ? undefined : value }),
          current: value === profile,
        }))}
      />
      <FilterLinks
        title="Votre besoin"
        options={needs.map(({ slug, title }) => ({
          label: french(title),
          href: paths.centres({ besoin: slug === need ? undefined : slug, profil: profile }),
          current: slug === need,
        }))}
      />
    </div>
  );
}
