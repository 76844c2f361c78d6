import { Screen } from "#components/back-office/screen";
import { Pagination } from "#components/ui/pagination";
import { formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";

type Line = {
  id: string;
  at: Date;
  who: string | null;
  act: string;
  target: { label: string; href: string } | null;
  fields: readonly string[];
};

type Props = { lines: readonly Line[]; total: number; page: number; pageCount: number };

/** Who did what, newest first. */
export function JournalScreen({ lines, total, page, pageCount }: Props) {
  return (
    <Screen title="Journal">
      <p className="text-muted">
        {counted(total, "acte", "actes")}. Le journal garde qui a fait quoi et quand{"\u202F"}; il ne se modifie pas.
      </p>
      <ol className="rounded-card border border-line bg-surface px-4 sm:px-6">
        {lines.map(({ id, at, who, act, target, fields }) => (
          <li
            key={id}
            className="grid gap-x-6 border-line border-t py-3 first:border-t-0 md:grid-cols-[16rem_minmax(0,1fr)]"
          >
            <p className="text-muted">
              <time dateTime={at.toISOString()}>{formatTimestamp(at)}</time>
            </p>
            <div className="min-w-0">
              <p>
                <bdi className="font-semibold">{who ?? "Le portail"}</bdi>
                {"\u00A0"}: {act}
                {target && (
                  <>
                    , <a href={target.href}>{french(target.label)}</a>
                  </>
                )}
              </p>
              {fields.length > 0 && (
                <p className="text-muted text-sm">
                  Champs{"\u00A0"}: {fields.join(", ")}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
      <Pagination
        page={page}
        pageCount={pageCount}
        label="Pages du journal"
        hrefOf={(target) => paths.adminList("journal", { page: target })}
      />
    </Screen>
  );
}
