import { OrientationSteps } from "#components/orientation/steps";
import { DossierLink } from "#components/publication/dossier-link";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { NextSession } from "#components/webinars/next-session";
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
import type { WebinarSummary } from "#lib/webinars/schema";
import type { Profile } from "#prisma/enums";

type Props = {
  need: OrientedNeed;
  query: OrientationQuery;
  steps: readonly OrientedStep[];
  /** Steps that more time would leave. */
  left: number;
  webinar: WebinarSummary | undefined;
  /** Complete address of this path. */
  address: string;
  at: Date;
};

const who = Object.entries(profileLabels) as [Profile, string][];

/** What was answered, in words. */
function answersOf({ profil, etape, temps }: OrientationQuery): string {
  const profile = who.find(([one]) => profileSpellings[one] === profil)?.[1];
  const stage = STAGES.find((one) => stageSpellings[one] === etape);
  return [profile, stage && standingLabels[stage], temps && timeLabels[temps]].filter(Boolean).join(" · ");
}

function Centre({ need: { slug, centres } }: { need: OrientedNeed }) {
  const [centre] = centres;
  if (!centre)
    return (
      <p>
        Aucun centre n’est relié à ce besoin{"\u00A0"}: voyez <a href={paths.need(slug)}>la page du besoin</a>.
      </p>
    );
  return (
    <p>
      <a href={paths.centre(centre.slug)}>{french(`Le centre ${centre.name}`)}</a>. {french(centre.reason)}
    </p>
  );
}

const body = (title: string, address: string) =>
  `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(address)}`;

export function OrientationPath({ need, query, steps, left, webinar, address, at }: Props) {
  const answers = answersOf(query);
  const again = { ...query, questions: undefined };
  return (
    <>
      <PageHeader kicker="Votre parcours" title={need.question}>
        {answers && <p>{french(answers)}</p>}
        {steps.length > 0 && (
          <p className="mt-1 font-semibold">
            {counted(steps.length, "étape", "étapes")}, {timeLabel(minutesOf(steps))} en tout
          </p>
        )}
        <p className="no-print mt-2 flex flex-wrap gap-x-6">
          <a href={paths.orientation({ ...query, questions: "oui" })} rel="nofollow" className="py-2.5">
            Changer mes réponses
          </a>{" "}
          <a href={body(`Parcours\u00A0: ${need.question}`, address)} className="py-2.5">
            L’envoyer par mail
          </a>{" "}
          {steps.length > 0 && <DossierLink pages={steps.map(({ href }) => href)} />}
        </p>
      </PageHeader>
      <Container>
        {steps.length > 0 ? (
          <OrientationSteps steps={steps} />
        ) : (
          <p className="pt-8">
            Rien de ce que nous connaissons ne s’ouvre pour ces réponses{"\u00A0"}:{" "}
            <a href={paths.orientation({ besoin: need.slug })}>voyez tout le parcours de ce besoin</a>.
          </p>
        )}
        {left > 0 && (
          <p className="mt-4">
            <a href={paths.orientation({ ...again, temps: undefined })} rel="nofollow">
              {french(`Avec plus de temps : ${counted(left, "étape de plus", "étapes de plus")}`)}
            </a>
          </p>
        )}
        <Section title="Puis, avec d’autres">
          <NextSession webinar={webinar} at={at} />
          <Centre need={need} />
        </Section>
      </Container>
    </>
  );
}
