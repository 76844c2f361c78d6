import { ActionButton } from "#components/forms/action-button";
import { Tag } from "#components/ui/tag";
import type { FormAction } from "#lib/forms/state";
import { formatTimestamp } from "#lib/platform/dates";
import { french } from "#lib/platform/text";
import { verdictLabels, WHOLE_PORTAL } from "#lib/remarks/labels";
import type { ListedRemark } from "#lib/remarks/schema";

type Props = { remark: ListedRemark; handle: FormAction; remove: FormAction };

const answerTo = (email: string, page: string | null) =>
  `mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(`Votre remarque sur ${page ?? "le portail"}`)}`;

/** One remark, what became of it, and what may. */
export function RemarkCard({ remark, handle, remove }: Props) {
  const { id, page, verdict, text, email, createdAt, handled } = remark;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Tag look={verdict === "fault" ? "doubt" : "plain"}>{verdictLabels[verdict]}</Tag>
        {page === null ? WHOLE_PORTAL : <a href={page}>{page}</a>}
        <span className="text-muted">le {formatTimestamp(createdAt)}</span>
      </p>
      {text && <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{french(text)}</p>}
      {handled && (
        <p className="text-muted">
          Traité le {formatTimestamp(handled.at)}
          {handled.who && (
            <>
              {" par "}
              <bdi>{handled.who}</bdi>
            </>
          )}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        {!handled && <ActionButton action={handle} values={{ id }} label="Marquer comme traité" look="primary" />}
        {email && (
          <a href={answerTo(email, page)} className="inline-flex min-h-11 items-center px-2 font-semibold">
            Répondre à {email}
          </a>
        )}
        <ActionButton action={remove} values={{ id }} label="Effacer" look="secondary" />
      </div>
    </div>
  );
}
