import { ActionButton } from "#components/forms/action-button";
import { Prose } from "#components/ui/prose";
import { Tag } from "#components/ui/tag";
import type { FormAction } from "#lib/forms/state";
import { formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import type { ModeratedQuestion } from "#lib/questions/schema";

type Props = { webinarId: string; question: ModeratedQuestion; isOver: boolean; decide: FormAction };

const answeredWords = (isOver: boolean) => (isOver ? "Publiée avec sa réponse" : "Paraîtra après la séance");

/** One question, who asked while that is kept, its answer, and what may become of it. */
export function QuestionCard({ webinarId, question, isOver, decide }: Props) {
  const { id, shown, status, text, answer, spokenAt, who, createdAt } = question;
  const button = (label: string, next: typeof status, look: "primary" | "secondary") =>
    status !== next && (
      <ActionButton action={decide} values={{ webinarId, id, shown, status: next }} label={label} look={look} />
    );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{french(text)}</p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 wrap-anywhere text-muted">
        <bdi>{who ?? "Auteur non conservé"}</bdi>, le {formatTimestamp(createdAt)}
        {spokenAt && <Tag>Répondue en séance</Tag>}
        {status === "accepted" && (
          <Tag look={answer ? "strong" : "doubt"}>{answer ? answeredWords(isOver) : "Attend sa réponse"}</Tag>
        )}
      </p>
      {answer && (
        <div className="border-line border-l-4 pl-4">
          <Prose markdown={answer} />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-3">
        {button("Retenir", "accepted", "primary")}
        {button("Écarter", "dismissed", "secondary")}
        <a
          href={`${paths.adminWebinar(webinarId, "questions", { question: id })}#${id}`}
          className="inline-flex min-h-11 items-center px-2 font-semibold"
        >
          Réécrire ou répondre
        </a>
      </div>
    </div>
  );
}
