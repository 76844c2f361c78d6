import { control, FilterSelect } from "#components/back-office/filter-select";
import { Screen } from "#components/back-office/screen";
import { Button } from "#components/ui/button";
import { Pagination } from "#components/ui/pagination";
import { type JournalQuery, PORTAL } from "#lib/audit/schema";
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
  despite: string | null;
  file: string | null;
};

type Props = {
  lines: readonly Line[];
  total: number;
  page: number;
  pageCount: number;
  query: JournalQuery;
  acts: readonly string[];
  actors: readonly { id: string; name: string }[];
};

function Filters({ query, acts, actors }: Pick<Props, "query" | "acts" | "actors">) {
  const field = (name: "du" | "au" | "personne", label: string, type: string) => (
    <div className="min-w-0 grow basis-44">
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
      </label>
      <input id={name} name={name} type={type} maxLength={200} defaultValue={query[name]} className={control} />
    </div>
  );
  return (
    <search>
      <form action={paths.adminList("journal")} className="flex flex-wrap items-end gap-4">
        <FilterSelect
          name="qui"
          label="Qui"
          chosen={query.qui}
          all="Tout le monde"
          options={[...actors.map(({ id, name }): [string, string] => [id, name]), [PORTAL, "Le portail"]]}
        />
        <FilterSelect
          name="acte"
          label="Quoi"
          chosen={query.acte}
          all="Tous les actes"
          options={acts.map((words) => [words, words])}
        />
        {field("du", "Du", "date")}
        {field("au", "Au", "date")}
        {field("personne", "Adresse d’une personne ou d’un collègue", "search")}
        <Button look="secondary">Filtrer</Button>
      </form>
    </search>
  );
}

/** Who did what, newest first. */
export function JournalScreen({ lines, total, page, pageCount, ...filters }: Props) {
  return (
    <Screen title="Journal">
      <Filters {...filters} />
      <p className="text-muted">
        {counted(total, "acte", "actes")}. Le journal garde qui a fait quoi et quand{"\u202F"}; il ne se modifie pas.
      </p>
      <ol className="rounded-card border border-line bg-surface px-4 sm:px-6">
        {lines.map(({ id, at, who, act, target, fields, despite, file }) => (
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
              {despite && (
                <p className="text-muted text-sm">
                  Quand même, parce que{"\u00A0"}: {french(despite)}
                </p>
              )}
              {file && <p className="text-muted text-sm">{file}</p>}
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
        hrefOf={(target) => paths.adminList("journal", { ...filters.query, page: target })}
      />
    </Screen>
  );
}
