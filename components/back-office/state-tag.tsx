import { Tag } from "#components/ui/tag";
import { formatShortDay, formatTimestamp } from "#lib/platform/dates";
import { publicationStateLabels } from "#lib/publication/labels";
import { type Publication, type PublicationState, publicationState } from "#lib/publication/rules";

const looks = { draft: "doubt", scheduled: "need", published: "strong", withdrawn: "plain" } as const satisfies Record<
  PublicationState,
  string
>;

/** When a row came to be in its state, in Paris; null for a draft. */
function stateDate(row: Publication, at: Date): string | null {
  if (row.withdrawnAt) return `le ${formatShortDay(row.withdrawnAt)}`;
  if (!row.publishedAt) return null;
  return row.publishedAt > at
    ? `le ${formatTimestamp(row.publishedAt)}`
    : `depuis le ${formatShortDay(row.publishedAt)}`;
}

export function StateTag({ row, at }: { row: Publication; at: Date }) {
  const state = publicationState(row, at);
  const date = stateDate(row, at);
  return (
    <Tag look={looks[state]}>
      {publicationStateLabels[state]}
      {date && ` ${date}`}
    </Tag>
  );
}
