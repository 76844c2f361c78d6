import { timeLabel } from "#lib/collections/labels";
import { stageLabels } from "#lib/orientation/labels";
import { minutesOf } from "#lib/orientation/rules";
import type { OrientedStep } from "#lib/orientation/schema";
import { french } from "#lib/platform/text";
import type { OrientationStage } from "#prisma/enums";

/** In order, by what is done with each: why it is there, how long it takes, where it comes from. */
export function OrientationSteps({ steps, level = 2 }: { steps: readonly OrientedStep[]; level?: 2 | 3 }) {
  const groups = [...Map.groupBy(steps, ({ stage }) => stage)];
  const [Heading, Title] = level === 2 ? (["h2", "h3"] as const) : (["h3", "h4"] as const);
  const stages = groups.map(([stage]) => stage);
  const before = (stage: OrientationStage) =>
    steps.filter((step) => stages.indexOf(step.stage) < stages.indexOf(stage));
  return groups.map(([stage, group]) => (
    <section key={stage} className="pt-6">
      <Heading className="mb-3 text-heading">
        {stageLabels[stage]} · {timeLabel(minutesOf(group))}
      </Heading>
      <ol
        start={before(stage).length + 1}
        className="grid max-w-3xl list-inside list-decimal gap-4 marker:font-display marker:text-need"
      >
        {group.map(({ href, title, reason, minutes, origin }) => (
          <li
            key={href}
            className="relative rounded-card border border-line bg-surface p-4 has-[a:hover]:border-brand sm:p-5"
          >
            <Title className="inline text-xl">
              <a href={href} className="text-ink after:absolute after:inset-0">
                {french(title)}
              </a>
            </Title>
            <p className="mt-1">{french(reason)}</p>
            <p className="mt-1 text-muted text-sm">
              {timeLabel(minutes)} · {french(origin)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  ));
}
