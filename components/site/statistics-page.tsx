import { meanWords } from "#components/surveys/results";
import { Container } from "#components/ui/container";
import { CountBars } from "#components/ui/count-bars";
import { Section } from "#components/ui/section";
import { formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { profileLabels } from "#lib/profiles/labels";
import { OTHERS, TOO_FEW } from "#lib/statistics/labels";
import type { FigureGroup, PublishedFigures } from "#lib/statistics/schema";
import { intentionLabels, usefulnessLabel } from "#lib/surveys/labels";
import { FEWEST_ANSWERS } from "#lib/surveys/rules";

const numbers = new Intl.NumberFormat("fr-FR");
const percents = new Intl.NumberFormat("fr-FR", { style: "percent" });

type Props = {
  /** Null until they are counted for the first time. */
  figures: PublishedFigures | null;
  library: { resources: number; centres: number; needs: number };
};

type Figures = { figures: PublishedFigures };

type Total = { value: string; label: string; href?: string };

const about = (count: number | null) => (count === null ? TOO_FEW : `environ ${numbers.format(count)}`);

const barsOf = <Key extends string | number>(groups: readonly FigureGroup<Key>[], label: (key: Key) => string) =>
  groups.map(({ key, count }) => ({ label: key === null ? OTHERS : label(key), count }));

function Totals({ totals }: { totals: readonly Total[] }) {
  return (
    <ul className="grid grid-cols-2 gap-x-8 gap-y-6 md:grid-cols-4">
      {totals.map(({ value, label, href }) => (
        <li key={label} className="border-brand border-t-4 pt-3">
          <strong className="block font-display font-normal text-4xl text-brand leading-tight">{value}</strong>{" "}
          {href ? (
            <a href={href} className="inline-flex min-h-8 items-center">
              {french(label)}
            </a>
          ) : (
            french(label)
          )}
        </li>
      ))}
    </ul>
  );
}

function Webinars({ figures: { held, registrations, present, rate } }: Figures) {
  if (held === 0) return null;
  const totals: Total[] = [
    { value: numbers.format(held), label: "séances tenues", href: paths.webinars() },
    { value: about(registrations), label: "inscriptions" },
    { value: about(present), label: "présences relevées" },
    { value: rate === null ? "–" : `environ ${percents.format(rate)}`, label: "de présence" },
  ];
  return (
    <Section
      title="Les webinaires"
      lead={rate === null ? "La présence n’a pas encore été relevée pour assez de personnes." : undefined}
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
          { value: numbers.format(centres), label: "centres de ressources", href: paths.centres() },
          { value: numbers.format(needs), label: "besoins", href: paths.needs() },
        ]}
      />
    </Section>
  );
}

function Profiles({ figures: { byProfile } }: Figures) {
  if (byProfile.length === 0) return null;
  return (
    <Section title="Qui s’inscrit">
      <CountBars
        caption="Inscriptions par profil, à cinq près"
        what="Profil"
        unit="Inscriptions"
        bars={barsOf(byProfile, (profile) => profileLabels[profile])}
      />
    </Section>
  );
}

/** What has too few people behind it to be shown, said in one place: no empty chart, no row of zeros. */
function Awaited({ figures: { held, byProfile, survey } }: Figures) {
  const awaited = [
    held === 0 && "Les séances tenues et la présence\u00A0: dès que la première séance aura eu lieu.",
    byProfile.length === 0 &&
      "Qui s’inscrit\u00A0: trop peu d’inscriptions pour les répartir sans que quelqu’un soit reconnu.",
    !survey &&
      `Ce que les participants en disent\u00A0: à partir de ${FEWEST_ANSWERS} réponses, pour que personne ne soit reconnu.`,
  ].filter((sentence) => sentence !== false);
  if (awaited.length === 0) return null;
  return (
    <Section title="Ce qui viendra">
      <ul className="grid list-disc gap-2 pl-5 *:max-w-3xl">
        {awaited.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  );
}

function Opinions({ figures: { survey } }: Figures) {
  if (!survey) return null;
  const { usefulness, intentions } = survey;
  return (
    <Section
      title="Ce que les participants en disent"
      lead={french(
        `Environ ${numbers.format(survey.answers)} réponses anonymes. Utilité moyenne, au demi-point près : ${meanWords(survey)}.`,
      )}
    >
      <div className="grid gap-10">
        {usefulness.length > 0 && (
          <CountBars
            caption={"La séance a-t-elle été utile\u202F?"}
            what="Note"
            unit="Réponses"
            bars={barsOf(usefulness, usefulnessLabel)}
          />
        )}
        {intentions.length > 0 && (
          <CountBars
            caption={"Mettre quelque chose en pratique\u202F?"}
            what="Intention"
            unit="Réponses"
            bars={barsOf(intentions, (intention) => intentionLabels[intention])}
          />
        )}
      </div>
    </Section>
  );
}

const METHOD = [
  "Les nombres qui dépendent des personnes sont comptés une fois par nuit et arrondis à cinq près\u202F; ceux de moins de cinq ne sont pas donnés, et les groupes trop petits sont réunis. Ainsi, aucun chiffre ne dit qui est inscrit.",
  "Une séance est tenue quand elle a été publiée, n’a pas été annulée et est terminée.",
  "Une inscription est une place réservée et gardée, pour une séance passée ou à venir : une même personne compte une fois par séance. Les listes d’attente, les annulations et les séances annulées ne sont pas comptées.",
  "Une présence est relevée par l’entrée dans la salle depuis le portail, par le relevé de la visioconférence ou par l’équipe. Le taux de présence ne porte que sur les séances où elle a été relevée.",
  "Les avis viennent d’un questionnaire anonyme de trois questions, envoyé après chaque séance.",
  "Les personnes sont effacées six mois après leur séance, pas les nombres : les totaux ne changent pas.",
];

function Method({ figures }: Pick<Props, "figures">) {
  return (
    <Section title="Comment ces chiffres sont comptés">
      <ul className="grid max-w-3xl list-disc gap-2 pl-5">
        {METHOD.map((sentence) => (
          <li key={sentence}>{french(sentence)}</li>
        ))}
      </ul>
      <p className="mt-4 max-w-3xl text-muted">
        {figures && `Comptés dans la base du portail le ${formatTimestamp(figures.countedAt)}, heure de Paris. `}
        Aucun visiteur n’est suivi{"\u00A0"}: le portail ne compte que ce qui précède, et{" "}
        <a href={paths.views()}>combien de fois chaque page est lue</a>.
      </p>
    </Section>
  );
}

export function StatisticsView({ figures, library }: Props) {
  return (
    <Container>
      <Library library={library} />
      {figures ? (
        <>
          <Webinars figures={figures} />
          <Profiles figures={figures} />
          <Opinions figures={figures} />
          <Awaited figures={figures} />
        </>
      ) : (
        <Section title="Les webinaires">
          <p>Ces chiffres sont comptés chaque nuit. Les premiers paraîtront dans quelques minutes.</p>
        </Section>
      )}
      <Method figures={figures} />
    </Container>
  );
}
