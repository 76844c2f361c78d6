import { Button } from "#components/ui/button";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { standingLabels, timeLabels } from "#lib/orientation/labels";
import {
  type OrientationQuery,
  type OrientedNeed,
  STAGES,
  stageSpellings,
  TIMES,
  UNKNOWN_NEED,
} from "#lib/orientation/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { profileLabels, profileSpellings } from "#lib/profiles/labels";
import type { Profile } from "#prisma/enums";

export const ORIENTATION_TITLE = "Par où commencer\u202F?";
export const ORIENTATION_LEAD =
  "Quatre questions, une minute, et vous savez quoi lire, dans quel ordre. Répondez à celles que vous voulez.";

type Question = { name: keyof OrientationQuery; label: string; options: [value: string, label: string][] };

const who = Object.entries(profileLabels) as [Profile, string][];
const times = Object.keys(TIMES) as (keyof typeof TIMES)[];

const questions = (needs: readonly OrientedNeed[]): Question[] => [
  {
    name: "besoin",
    label: "Quelle est votre question\u202F?",
    options: [
      ...needs.map(({ slug, question }): [string, string] => [slug, french(question)]),
      [UNKNOWN_NEED, "Je ne sais pas encore : montrez-moi des situations"],
    ],
  },
  {
    name: "profil",
    label: "Qui êtes-vous\u202F?",
    options: who.map(([profile, label]) => [profileSpellings[profile], label]),
  },
  {
    name: "etape",
    label: "Où en êtes-vous\u202F?",
    options: STAGES.map((stage) => [stageSpellings[stage], standingLabels[stage]]),
  },
  {
    name: "temps",
    label: "De combien de temps disposez-vous\u202F?",
    options: times.map((time) => [time, timeLabels[time]]),
  },
];

/** One short page rather than four: it is read at once, sent once, and no answer is required. */
export function OrientationQuestions({ needs, query }: { needs: readonly OrientedNeed[]; query: OrientationQuery }) {
  return (
    <>
      <PageHeader title={ORIENTATION_TITLE} lead={ORIENTATION_LEAD} />
      <Container>
        <form action={paths.orientation()} className="grid max-w-3xl gap-8 pt-8">
          {questions(needs).map(({ name, label, options }) => (
            <fieldset key={name}>
              <legend className="mb-2 font-display text-xl">{label}</legend>
              {options.map(([value, words]) => (
                <label key={value} className="flex min-h-11 cursor-pointer items-center gap-3 py-1">
                  <input
                    type="radio"
                    name={name}
                    value={value}
                    defaultChecked={query[name] === value}
                    className="size-6 shrink-0 accent-brand"
                  />
                  {french(words)}
                </label>
              ))}
            </fieldset>
          ))}
          <p>
            <Button>Voir mon parcours</Button>
          </p>
        </form>
      </Container>
    </>
  );
}
