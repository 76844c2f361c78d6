import { Section } from "#components/ui/section";

const waiting =
  "La séance est complète\u00A0: vous recevez votre position dans la liste d’attente. Dès qu’une place se libère pour vous, un message vous la propose, avec la date limite pour répondre.";

const steps = [
  "Inscrivez-vous sur cette page\u00A0: prénom, nom, adresse électronique, et ce qui vous décrit.",
  "Vous recevez une confirmation, avec la date pour votre agenda et un lien pour annuler si besoin.",
  "Le jour venu, suivez la séance depuis un ordinateur ou un téléphone. Posez vos questions, partagez ce que vous vivez.",
];

export function HowItWorks({ full }: { full: boolean }) {
  return (
    <Section title="Comment cela se passe">
      <ol className="grid max-w-prose list-decimal gap-2 pl-6 marker:text-need">
        {steps
          .map((usual, index) => (full && index === 1 ? waiting : usual))
          .map((step) => (
            <li key={step}>{step}</li>
          ))}
      </ol>
    </Section>
  );
}
