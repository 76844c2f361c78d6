import { Prose } from "#components/ui/prose";
import { french } from "#lib/platform/text";
import type { AnsweredQuestion } from "#lib/questions/schema";

/** The questions of a session that were answered, for its public page: never who asked. Nothing when there is none. */
export function AnsweredQuestions({ questions }: { questions: readonly AnsweredQuestion[] }) {
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="questions">
      <h2 id="questions" className="text-heading">
        Vos questions, nos réponses
      </h2>
      <ul className="mt-4 grid gap-6">
        {questions.map(({ id, text, answer }) => (
          <li key={id}>
            <h3 className="max-w-prose whitespace-pre-line text-xl">{french(text)}</h3>
            <div className="mt-2 border-line border-l-4 pl-4">
              <Prose markdown={answer} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
