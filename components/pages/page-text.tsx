import { SourceNote } from "#components/publication/source-note";
import { Prose } from "#components/ui/prose";
import { withContact } from "#lib/pages/rules";
import type { PageDetail } from "#lib/pages/schema";
import { formatShortDay } from "#lib/platform/dates";

export function PageText({ page, contactEmail }: { page: PageDetail; contactEmail?: string | undefined }) {
  return (
    <div className="py-8">
      <Prose markdown={withContact(page.body, contactEmail)} />
      <SourceNote source={page.source} confidence={page.confidence} />
      <p className="mt-1 text-muted text-sm">
        Page mise à jour le <time dateTime={page.updatedAt.toISOString()}>{formatShortDay(page.updatedAt)}</time>.
      </p>
    </div>
  );
}
