import { paths } from "#lib/platform/paths";
import { profileLabels, profileSpellings } from "#lib/profiles/labels";
import type { Profile } from "#prisma/enums";

const errands: readonly [Profile, string][] = [
  ["elected_official", "Comprendre vite, trouver par où commencer"],
  ["territorial_agent", "Reprendre une méthode toute prête"],
  ["association", "Qualifier un projet, trouver des alliés"],
  ["company", "Choisir une forme de partenariat"],
  ["foundation", "Soutenir au-delà du financement"],
  ["adviser", "Outiller et orienter ceux que vous suivez"],
];

/** The second door: who the visitor is leads to what to read first, or to centres while no path is written. */
export function ProfileDoors({ readingPaths }: { readingPaths: ReadonlyMap<Profile, string> }) {
  return (
    <section className="deep contained my-6 grid content-start gap-x-14 py-8 sm:my-10 sm:py-16 lg:grid-cols-[1fr_2fr] lg:grid-rows-[auto_1fr]">
      <h2 className="text-heading">Selon votre rôle</h2>
      <a href={paths.collections()} className="mt-3 inline-flex min-h-11 items-center self-start justify-self-start">
        Que lire en cinq minutes{"\u202F"}? Les parcours de lecture
      </a>
      <ul className="mt-4 grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-x-4 max-sm:text-sm sm:mt-8 sm:grid-cols-2 sm:gap-x-10 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:mt-0">
        {errands.map(([profile, errand]) => {
          const path = readingPaths.get(profile);
          return (
            <li key={profile} className="relative border-on-deep-muted/40 border-t py-3 text-on-deep-muted sm:py-4">
              <a
                href={path ? paths.collection(path) : paths.centres({ profil: profileSpellings[profile] })}
                className="mb-1 block font-display text-[0.95rem] leading-tight no-underline sm:text-xl after:absolute after:inset-0 hover:underline"
              >
                {profileLabels[profile]}
              </a>{" "}
              {errand}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
