import { Prose } from "#components/ui/prose";
import type { NeedDetail } from "#lib/needs/schema";

/** S’informer, se former, agir: the three depths of every answer. */
export function NeedSteps({ need }: { need: NeedDetail }) {
  const steps = [
    { name: "S’informer", markdown: need.learn },
    { name: "Se former", markdown: need.train },
    { name: "Agir", markdown: need.act },
  ];
  return (
    <ol className="grid gap-4 md:grid-cols-3">
      {steps.map(({ name, markdown }, index) => (
        <li key={name} className="rounded-card border border-line border-t-4 border-t-need bg-surface p-5">
          <h3 className="mb-3 flex items-baseline gap-3 text-xl">
            <span className="text-2xl text-need" aria-hidden="true">
              {index + 1}
            </span>
            {name}
          </h3>
          <Prose markdown={markdown} />
        </li>
      ))}
    </ol>
  );
}
