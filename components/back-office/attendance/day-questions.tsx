import { Panel } from "#components/back-office/screen";
import { ActionButton } from "#components/forms/action-button";
import { Fold } from "#components/ui/fold";
import { Tag } from "#components/ui/tag";
import type { FormAction } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { questionStatusLabels } from "#lib/questions/labels";
import type { SpokenOrder } from "#lib/questions/rules";
import type { ModeratedQuestion } from "#lib/questions/schema";

type Props = {
  webinarId: string;
  questions: SpokenOrder<ModeratedQuestion>;
  values: Readonly<Record<string, string>>;
  action: FormAction;
};

function Question({
  question,
  values,
  action,
}: Omit<Props, "webinarId" | "questions"> & { question: ModeratedQuestion }) {
  const { id, text, who, theme, status, spokenAt } = question;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-2 border-line border-t py-4 first:border-t-0">
      <p className="whitespace-pre-wrap text-lg">{french(text)}</p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
        <bdi>{who ?? "Auteur non conservé"}</bdi>
        {theme && <Tag>{french(theme)}</Tag>}
        {status === "pending" && <Tag look="doubt">{questionStatusLabels.pending}</Tag>}
      </p>
      <ActionButton
        action={action}
        values={{ ...values, id, spoken: spokenAt ? "non" : "oui" }}
        label={spokenAt ? "Remettre à prendre" : "Répondue"}
        look="secondary"
      />
    </li>
  );
}

/** What people asked, as the host takes it: one press puts a question away. */
export function DayQuestions({ webinarId, questions: { left, spoken }, ...acting }: Props) {
  return (
    <Panel title={`Questions à prendre (${left.length})`} id="questions">
      {left.length === 0 && (
        <p>{spoken.length > 0 ? "Toutes les questions sont prises." : "Personne n’a posé de question à l’avance."}</p>
      )}
      <ul>
        {left.map((question) => (
          <Question key={question.id} question={question} {...acting} />
        ))}
      </ul>
      {spoken.length > 0 && (
        <Fold look="inset" summary={`Répondues (${spoken.length})`}>
          <ul>
            {spoken.map((question) => (
              <Question key={question.id} question={question} {...acting} />
            ))}
          </ul>
        </Fold>
      )}
      <p>
        <a href={paths.adminWebinar(webinarId, "questions")} className="inline-flex min-h-11 items-center">
          Trier les questions, ou y répondre par écrit
        </a>
      </p>
    </Panel>
  );
}
