import { Prose } from "#components/ui/prose";
import { Section } from "#components/ui/section";
import { french } from "#lib/platform/text";

export type SessionQuestion = { id: string; text: string; theme: string | null; answer: string };

const OTHERS = "Autres questions";

/** Questions by theme, in the order in which themes came; those without one last. */
function byTheme(questions: readonly SessionQuestion[]): [theme: string, members: SessionQuestion[]][] {
  const groups = [...Map.groupBy(questions, ({ theme }) => theme ?? OTHERS)];
  return groups.toSorted(([a], [b]) => Number(a === OTHERS) - Number(b === OTHERS));
}

/** What was asked of a session and answered, for who was not there. */
export function AnsweredQuestions({ questions }: { questions: readonly SessionQuestion[] }) {
  if (questions.length === 0) return null;
  const groups = byTheme(questions);
  return (
    <Section title="Vos questions, et les réponses">
      <div className="grid max-w-prose gap-8">
        {groups.map(([theme, members]) => (
          <div key={theme}>
            {(groups.length > 1 || theme !== OTHERS) && <h3 className="mb-3 text-xl">{french(theme)}</h3>}
            <dl className="grid gap-5">
              {members.map(({ id, text, answer }) => (
                <div key={id}>
                  <dt className="mb-1 whitespace-pre-line font-semibold">{french(text)}</dt>
                  <dd className="border-line border-l-2 pl-4">
                    <Prose markdown={answer} />
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
    </Section>
  );
}
