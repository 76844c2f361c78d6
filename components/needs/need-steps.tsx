import "./steps.css";
import type { ReactNode } from "react";
import type { NeedTexts } from "#components/needs/need-texts";
import { Prose } from "#components/ui/prose";

export const STEPS_ANCHOR = "trois-pas";

/** @param children what the portal knows itself of how to train */
export function NeedSteps({ texts, children }: { texts: NeedTexts; children: ReactNode }) {
  const steps = [
    { name: "S’informer", markdown: texts.learn, lead: null },
    { name: "Se former", markdown: texts.train, lead: children },
    { name: "Agir", markdown: texts.act, lead: null },
  ];
  return (
    <section id={STEPS_ANCHOR} className="contained pt-6 sm:py-10 sm:pt-14">
      <h2 className="sr-only">Trois pas pour avancer</h2>
      <ol className="grid md:grid-cols-3 md:gap-10">
        {steps.map(({ name, markdown, lead }) => (
          <li key={name} className="step grid grid-cols-[3rem_1fr] content-start gap-x-4 pb-8 md:grid-cols-1 md:pb-0">
            <div className="min-w-0 max-md:col-start-2 md:row-start-2">
              <h3 className="mb-3 text-2xl leading-12 md:leading-tight">{name}</h3>
              {lead}
              <Prose markdown={markdown} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
