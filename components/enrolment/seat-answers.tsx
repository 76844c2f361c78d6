import { AnswersForm } from "#components/enrolment/seat-forms";
import type { SeatProps } from "#components/enrolment/ticket";
import { Facts } from "#components/ui/facts";
import { Section } from "#components/ui/section";
import { toldAnswers } from "#lib/form-fields/rules";
import { french } from "#lib/platform/text";

/** What the form of the session asked: nothing once it began. */
export function SeatAnswers({ seat: { form, webinar }, token, actions }: Omit<SeatProps, "at" | "doors">) {
  if (form.fields.length === 0) return null;
  const told = toldAnswers(form.fields, form.answers);
  return (
    <Section
      title="Vos réponses au formulaire"
      lead="Lues par l’équipe d’organisation seulement. Vous pouvez les corriger jusqu’au début de la séance."
    >
      {told.length > 0 && (
        <div className="mb-4">
          <Facts
            facts={told.map(({ label, answer }) => ({
              name: french(label),
              value: <span className="whitespace-pre-line break-words">{french(answer)}</span>,
            }))}
          />
        </div>
      )}
      <AnswersForm action={actions.correct} token={token} webinar={webinar.slug} form={form} />
    </Section>
  );
}
