import { Prose, type Tree } from "#components/ui/prose";
import { Section } from "#components/ui/section";
import { french } from "#lib/platform/text";
import { byTheme } from "#lib/questions/rules";
import type { AnsweredQuestion } from "#lib/questions/schema";

type Props = {
  questions: readonly AnsweredQuestion[];
  /** Answers as they are laid out, by question. */
  texts?: Record<string, Tree>;
};

/** The questions of a session that were answered, for its public page: never who asked. Nothing when there is none. */
export function AnsweredQuestions({ questions, texts = {} }: Props) {
  if (questions.length === 0) return null;
  const groups = byTheme(questions);
  return (
    <Section title="Vos questions, nos réponses">
      <div className="grid max-w-prose gap-8">
        {groups.map(({ theme, questions: members }) => (
          <div key={theme}>
            {(groups.length > 1 || theme !== null) && (
              <h3 className="mb-3 text-xl">{french(theme ?? "Autres questions")}</h3>
            )}
            <dl className="grid gap-5">
              {members.map(({ id, text, answer }) => (
                <div key={id}>
                  <dt className="mb-1 whitespace-pre-line font-semibold">{french(text)}</dt>
                  <dd className="border-line border-l-4 pl-4">
                    <Prose markdown={texts[id] ?? answer} />
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
