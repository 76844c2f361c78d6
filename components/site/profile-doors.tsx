import { profileLabels } from "#lib/editorial/labels";
import { paths } from "#lib/platform/paths";
import type { Profile } from "#prisma/enums";

/** What each visitor comes for, said as they would. */
const errands: readonly [Profile, string][] = [
  ["elected_official", "Comprendre vite et savoir qui appeler"],
  ["territorial_agent", "Reprendre une méthode toute prête"],
  ["association", "Qualifier un projet, trouver des alliés"],
  ["company", "Choisir une forme de partenariat"],
  ["foundation", "Soutenir au-delà du financement"],
  ["adviser", "Outiller et orienter ceux que vous suivez"],
];

/** The second door: who the visitor is leads to centres, and from there to documents. */
export function ProfileDoors() {
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {errands.map(([profile, errand]) => (
        <li key={profile} className="relative rounded-card border border-line bg-surface p-5 hover:border-brand">
          <h3 className="text-lg">
            <a
              href={paths.centres({ profil: profile })}
              className="text-ink no-underline after:absolute after:inset-0 hover:underline"
            >
              {profileLabels[profile]}
            </a>
          </h3>
          <p className="mt-1 text-muted">{errand}</p>
        </li>
      ))}
    </ul>
  );
}
