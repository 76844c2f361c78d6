import type { ReactNode } from "react";
import { SourceNote } from "#components/publication/source-note";
import { Prose, type Tree } from "#components/ui/prose";
import type { PageDetail } from "#lib/pages/schema";
import { formatShortDay } from "#lib/platform/dates";

type Props = { page: PageDetail; text: Tree; children?: ReactNode };

export function PageText({ page, text, children }: Props) {
  return (
    <div className="py-8">
      <Prose markdown={text} />
      <SourceNote source={page.source} confidence={page.confidence} />
      <p className="mt-1 text-muted text-sm">
        Page mise à jour le <time dateTime={page.updatedAt.toISOString()}>{formatShortDay(page.updatedAt)}</time>.
      </p>
      {children}
    </div>
  );
}
