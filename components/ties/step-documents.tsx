import { Fragment } from "react";
import { ResourceLines } from "#components/resources/resource-lines";
import { documentsCounted, isNarrowed } from "#components/ties/steps-title";
import { Fold } from "#components/ui/fold";
import { Section } from "#components/ui/section";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { facetLabels, intentLabels } from "#lib/resources/labels";
import type { Step, Steps, StepsQuery } from "#lib/ties/steps/schema";

const ANCHOR = "documents";

type Props = { need: string; query: StepsQuery; found: Steps };

const link = "inline-flex min-h-11 items-center font-semibold";
const chip = "inline-flex min-h-11 items-center rounded-full border px-4";

const addressOf = (need: string, query: StepsQuery) => `${paths.need(need, query)}#${ANCHOR}`;

function Choices({ need, query, found: { choices } }: Props) {
  return choices.flatMap(({ name, options }) =>
    options.length === 0 ? (
      []
    ) : (
      <nav key={name} aria-label={facetLabels[name]} className="mb-3 flex flex-wrap items-center gap-2">
        {facetLabels[name]}
        {"\u00A0"}:{" "}
        {options.map(({ value, label, count }) => {
          const chosen = query[name] === value;
          return (
            <Fragment key={value}>
              <a
                href={addressOf(need, { ...query, [name]: chosen ? undefined : value })}
                rel="nofollow"
                aria-current={chosen ? "true" : undefined}
                className={`${chip} ${chosen ? "border-brand bg-brand text-on-brand" : "border-control bg-surface text-ink"}`}
              >
                {chosen ? `Retirer «\u202F${french(label)}\u202F»` : `${french(label)} (${count})`}
              </a>{" "}
            </Fragment>
          );
        })}
      </nav>
    ),
  );
}

function OneStep({ need, query, step: { intent, documents, total, whole } }: Omit<Props, "found"> & { step: Step }) {
  const all = paths.resources({ besoin: need, acces: "en-ligne", intention: intent, ...query });
  return (
    <li className="min-w-0">
      <h3 className="font-display text-xl">{intentLabels[intent]}</h3>
      {total === 0 ? (
        <p>
          Aucun document avec ces choix.{" "}
          <a href={addressOf(need, {})} className={link}>
            {whole === 1 ? "Voir celui qu’ils écartent" : `Voir les ${whole} qu’ils écartent`}
          </a>
        </p>
      ) : (
        <ResourceLines resources={documents} columns={1} />
      )}
      {total > documents.length && (
        <a href={all} className={link}>
          Les {total} documents
        </a>
      )}
    </li>
  );
}

/** What one reads to be told, to learn and to act, for whom was chosen. */
export function StepDocuments({ need, query, found }: Props) {
  const steps = found.steps.filter(({ whole }) => whole > 0);
  if (steps.length === 0) return null;
  const narrowed = isNarrowed(query);
  return (
    <Section
      id={ANCHOR}
      title={`${documentsCounted(found.total)} à lire en ligne`}
      more={{ label: "Toutes les ressources de ce besoin", href: paths.resources({ besoin: need }) }}
    >
      <Fold look="line" open={narrowed} summary="Choisir pour qui, et pour quelle phase">
        <Choices need={need} query={query} found={found} />
      </Fold>
      <ul className="mt-2 grid gap-8 md:grid-cols-3">
        {steps.map((step) => (
          <OneStep key={step.intent} need={need} query={query} step={step} />
        ))}
      </ul>
    </Section>
  );
}
