import { FilterSelect } from "#components/back-office/filter-select";
import { OrientationSteps } from "#components/orientation/steps";
import { Button } from "#components/ui/button";
import { timeLabel } from "#lib/collections/labels";
import { standingLabels, timeLabels } from "#lib/orientation/labels";
import { minutesOf } from "#lib/orientation/rules";
import {
  type OrientationQuery,
  type OrientedNeed,
  type OrientedStep,
  STAGES,
  stageSpellings,
} from "#lib/orientation/schema";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import { profileLabels, profileSpellings } from "#lib/profiles/labels";
import type { Profile } from "#prisma/enums";

export type Tried = { written: readonly OrientedStep[]; published: readonly OrientedStep[] };

const who = Object.entries(profileLabels) as [Profile, string][];

function Outcome({ title, steps }: { title: string; steps: readonly OrientedStep[] }) {
  return (
    <div>
      <h3 className="text-lg">{title}</h3>
      <p>
        {steps.length
          ? `${counted(steps.length, "étape", "étapes")}, ${timeLabel(minutesOf(steps))} en tout`
          : "Rien à proposer."}
      </p>
      <OrientationSteps steps={steps} level={3} />
    </div>
  );
}

type Props = { needs: readonly OrientedNeed[]; query: OrientationQuery; tried: Tried | null };

/** What some answers lead to, by what is written and by what is online. */
export function OrientationTrial({ needs, query, tried }: Props) {
  return (
    <>
      <search>
        <form action={paths.adminList("orientation")} className="flex flex-wrap items-end gap-4">
          <FilterSelect
            name="besoin"
            label="Sa question"
            chosen={query.besoin}
            all="Choisissez"
            options={needs.map(({ slug, question }) => [slug, french(question)])}
          />
          <FilterSelect
            name="profil"
            label="Qui est-ce"
            chosen={query.profil}
            all="Non précisé"
            options={who.map(([profile, label]) => [profileSpellings[profile], label])}
          />
          <FilterSelect
            name="etape"
            label="Où en est-ce"
            chosen={query.etape}
            all="Non précisé"
            options={STAGES.map((stage) => [stageSpellings[stage], standingLabels[stage]])}
          />
          <FilterSelect
            name="temps"
            label="Son temps"
            chosen={query.temps}
            all="Non précisé"
            options={Object.entries(timeLabels)}
          />
          <Button look="secondary">Essayer</Button>
        </form>
      </search>
      {tried && (
        <div className="mt-6 grid gap-8 lg:grid-cols-2">
          <Outcome title="Avec ce qui est écrit ici" steps={tried.written} />
          <Outcome title="Avec ce qui est en ligne" steps={tried.published} />
        </div>
      )}
    </>
  );
}
