import type { ReactNode } from "react";
import { Container } from "#components/ui/container";
import { Prose } from "#components/ui/prose";
import type { NeedDetail } from "#lib/needs/schema";

export const STEPS_ANCHOR = "trois-pas";

/** @param children what the portal knows itself of how to train */
export function NeedSteps({ need, children }: { need: NeedDetail; children: ReactNode }) {
  const steps = [
    { name: "S’informer", markdown: need.learn, lead: null },
    { name: "Se former", markdown: need.train, lead: children },
    { name: "Agir", markdown: need.act, lead: null },
  ];
  return (
    <section id={STEPS_ANCHOR} className="py-10 sm:pt-14">
      <Container>
        <h2 className="sr-only">Trois pas pour avancer</h2>
        <ol className="grid md:grid-cols-3 md:gap-10">
          {steps.map(({ name, markdown, lead }, index) => (
            <li key={name} className="step grid grid-cols-[3rem_1fr] content-start gap-x-4 pb-8 md:grid-cols-1 md:pb-0">
              <span
                className="flex size-12 items-center justify-center rounded-full bg-need font-display text-2xl text-surface md:mb-4"
                aria-hidden="true"
              >
                {index + 1}
              </span>
              <div className="min-w-0">
                <h3 className="mb-3 text-2xl leading-12 md:leading-tight">{name}</h3>
                {lead && <div className="mb-4 font-semibold">{lead}</div>}
                <Prose markdown={markdown} />
              </div>
            </li>
          ))}
        </ol>
      </Container>
    </section>
  );
}
