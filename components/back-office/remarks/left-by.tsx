import { Panel } from "#components/back-office/screen";
import { Tag } from "#components/ui/tag";
import { formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { verdictLabels, WHOLE_PORTAL } from "#lib/remarks/labels";
import type { RemarkVerdict } from "#prisma/enums";

type Remark = { id: string; page: string | null; verdict: RemarkVerdict; text: string | null; createdAt: Date };

/** What somebody left with their address; nothing is drawn of whoever left nothing. */
export function RemarksLeft({ remarks }: { remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null;
  return (
    <Panel title={`Remarques (${remarks.length})`}>
      <ul>
        {remarks.map(({ id, page, verdict, text, createdAt }) => (
          <li key={id} className="border-line border-t py-3 first:border-t-0">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Tag look={verdict === "fault" ? "doubt" : "plain"}>{verdictLabels[verdict]}</Tag>
              {page === null ? WHOLE_PORTAL : <a href={page}>{page}</a>}
              <span className="text-muted">le {formatTimestamp(createdAt)}</span>
            </p>
            {text && <p className="max-w-prose whitespace-pre-wrap">{french(text)}</p>}
          </li>
        ))}
      </ul>
      <a href={paths.adminList("remarques")} className="inline-flex min-h-11 items-center font-semibold">
        Toutes les remarques
      </a>
    </Panel>
  );
}
