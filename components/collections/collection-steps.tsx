import { levelLabels, timeLabel } from "#lib/collections/labels";
import type { CollectionStep, Nature } from "#lib/collections/schema";
import { french } from "#lib/platform/text";
import { accessLabels } from "#lib/resources/labels";

const natures = {
  resource: "Document",
  need: "Besoin",
  centre: "Centre de ressources",
  page: "Page",
  webinar: "Prochaine séance",
} satisfies Record<Nature, string>;

const minutesOf = (steps: readonly CollectionStep[]) => steps.reduce((sum, { minutes }) => sum + minutes, 0);

function Step({ step, rank }: { step: CollectionStep; rank: number }) {
  const Heading = step.level ? "h3" : "h2";
  return (
    <li className="relative grid grid-cols-[2.5rem_1fr] gap-x-4 rounded-card border border-line bg-surface p-4 has-[a:hover]:border-brand sm:p-5">
      <span
        className="flex size-10 items-center justify-center rounded-full bg-need font-display text-surface text-xl"
        aria-hidden="true"
      >
        {rank}
      </span>
      <div className="min-w-0">
        <p className="text-muted text-sm">
          {natures[step.nature]} · {timeLabel(step.minutes)}
          {step.nature === "resource" && ` · ${accessLabels[step.opens ? "en-ligne" : "notice"]}`}
        </p>
        <Heading className="text-xl">
          <a href={step.href} className="text-ink after:absolute after:inset-0">
            {french(step.title)}
          </a>
        </Heading>
        <p className="mt-1">{french(step.reason)}</p>
      </div>
    </li>
  );
}

/** In order; a reading path by what time one has, each level with its own. */
export function CollectionSteps({ steps }: { steps: readonly CollectionStep[] }) {
  const groups = [...Map.groupBy(steps, ({ level }) => level)];
  return groups.map(([level, group]) => (
    <section key={level} aria-label={level ? levelLabels[level] : "Dans l’ordre"} className="pt-8">
      {level && (
        <h2 className="mb-4 text-heading">
          {levelLabels[level]} <span className="font-sans text-base text-muted">· {timeLabel(minutesOf(group))}</span>
        </h2>
      )}
      <ol className="grid max-w-3xl gap-4">
        {group.map((step) => (
          <Step key={step.href} step={step} rank={steps.indexOf(step) + 1} />
        ))}
      </ol>
    </section>
  ));
}
