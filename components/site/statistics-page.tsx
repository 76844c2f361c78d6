import { meanWords, SurveyBars } from "#components/surveys/results";
import { Container } from "#components/ui/container";
import { CountBars } from "#components/ui/count-bars";
import { Section } from "#components/ui/section";
import { formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import { profileLabels } from "#lib/profiles/labels";
import { FEWEST_ANSWERS } from "#lib/surveys/rules";
import type { SurveySummary } from "#lib/surveys/schema";
import type { Profile } from "#prisma/enums";

const numbers = new Intl.NumberFormat("fr-FR");
const percents = new Intl.NumberFormat("fr-FR", { style: "percent" });

type Props = {
  attendance: {
    held: number;
    registrations: number;
    byProfile: readonly { profile: Profile; count: number }[];
    present: number;
    rate: number | null;
  };
  survey: SurveySummary | null;
  library: { resources: number; centres: number; needs: number };
  at: Date;
};

type Total = { value: string; label: string; href?: string };

function Totals({ totals }: { totals: readonly Total[] }) {
  return (
    <ul className="grid grid-cols-2 gap-4 md:grid-cols-4">
      {totals.map(({ value, label, href }) => (
        <li key={label} className="rounded-card border border-line bg-surface p-4 sm:p-5">
          <strong className="block font-display font-normal text-4xl text-brand leading-tight">{value}</strong>{" "}
          {href ? (
            <a href={href} className="inline-flex min-h-11 items-center">
              {french(label)}
            </a>
          ) : (
            <span className="inline-flex min-h-11 items-center">{french(label)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Webinars({ attendance: { held, registrations, present, rate } }: Pick<Props, "attendance">) {
  const totals: Total[] = [
    { value: numbers.format(held), label: "séances tenues", href: paths.webinars() },
    { value: numbers.format(registrations), label: "inscriptions" },
    { value: numbers.format(present), label: "présences relevées" },
    { value: rate === null ? "–" : percents.format(rate), label: "de présence" },
  ];
  return (
    <Section
      title="Les webinaires"
      lead={rate === null ? "La présence n’a encore été relevée à aucune séance." : undefined}
    >
      <Totals totals={totals} />
    </Section>
  );
}

function Library({ library: { resources, centres, needs } }: Pick<Props, "library">) {
  return (
    <Section title="Le fonds documentaire">
      <Totals
        totals={[
          { value: numbers.format(resources), label: "ressources publiées", href: paths.resources() },
          { value: numbers.format(centres), label: "centres de ressources retrouvés", href: paths.centres() },
          { value: numbers.format(needs), label: "besoins", href: paths.needs() },
        ]}
      />
    </Section>
  );
}

function Profiles({ attendance: { byProfile } }: Pick<Props, "attendance">) {
  return (
    <Section title="Qui s’inscrit">
      {byProfile.length ? (
        <CountBars
          caption="Inscriptions par profil"
          what="Profil"
          unit="Inscriptions"
          bars={byProfile.map(({ profile, count }) => ({ label: profileLabels[profile], count }))}
        />
      ) : (
        <p>Aucune inscription pour le moment.</p>
      )}
    </Section>
  );
}

function Opinions({ survey }: Pick<Props, "survey">) {
  if (!survey) {
    return (
      <Section title="Ce que les participants en disent">
        <p>Les résultats s’affichent à partir de {FEWEST_ANSWERS} réponses, pour que personne ne soit reconnu.</p>
      </Section>
    );
  }
  return (
    <Section
      title="Ce que les participants en disent"
      lead={`${counted(survey.answers, "réponse anonyme", "réponses anonymes")}. Utilité moyenne : ${meanWords(survey)}.`}
    >
      <SurveyBars summary={survey} />
    </Section>
  );
}

const METHOD = [
  "Une séance est tenue quand elle est terminée, n’a pas été annulée, et que ce portail en garde trace : des inscriptions ou un enregistrement. Celles de 2019 n’y sont donc pas.",
  "Une inscription est une place réservée et gardée, pour une séance passée ou à venir : une même personne compte une fois par séance. Les listes d’attente, les annulations et les séances annulées ne sont pas comptées.",
  "Une présence est relevée par l’entrée dans la salle depuis le portail, par le relevé de la visioconférence ou par l’équipe. Le taux de présence ne porte que sur les séances où elle a été relevée.",
  "Les avis viennent d’un questionnaire anonyme de trois questions, envoyé après chaque séance.",
  "Les personnes sont effacées six mois après leur séance, pas les nombres : les totaux ne changent pas.",
];

function Method({ at }: { at: Date }) {
  return (
    <Section title="Comment ces chiffres sont comptés">
      <ul className="grid max-w-3xl list-disc gap-2 pl-5">
        {METHOD.map((sentence) => (
          <li key={sentence}>{french(sentence)}</li>
        ))}
      </ul>
      <p className="mt-4 max-w-3xl text-muted">
        Calculés dans la base du portail le {formatTimestamp(at)}, heure de Paris, à l’ouverture de cette page. Aucune
        visite n’est suivie{"\u00A0"}: le portail ne compte que ce qui précède.
      </p>
    </Section>
  );
}

export function StatisticsView({ attendance, survey, library, at }: Props) {
  return (
    <Container>
      <Webinars attendance={attendance} />
      <Profiles attendance={attendance} />
      <Opinions survey={survey} />
      <Library library={library} />
      <Method at={at} />
    </Container>
  );
}
