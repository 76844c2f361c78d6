import { DoneNotice } from "#components/back-office/done-notice";
import { control } from "#components/back-office/filter-select";
import { UploadForm } from "#components/back-office/media/upload-form";
import { Panel, Screen } from "#components/back-office/screen";
import { Button } from "#components/ui/button";
import { FilterLinks } from "#components/ui/filter-links";
import { Pagination } from "#components/ui/pagination";
import type { FormAction } from "#lib/forms/state";
import { fileWords } from "#lib/media/labels";
import type { ListedMedia, MediaQuery } from "#lib/media/schema";
import { formatShortDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted } from "#lib/platform/text";

type Props = {
  media: readonly ListedMedia[];
  total: number;
  page: number;
  pageCount: number;
  unused: number;
  query: MediaQuery;
  bring: FormAction;
  send: FormAction;
  mayWrite: boolean;
  done: string | string[] | undefined;
};

const listAt = (query: Partial<MediaQuery>) => paths.adminList("medias", { ...query, q: query.q || undefined });

const Row = ({ id, name, uses, createdAt, credit, licence, ...facts }: ListedMedia) => (
  <li className="border-line border-t py-3 first:border-t-0">
    <a href={paths.adminEdit("medias", id)} className="inline-flex min-h-11 items-center font-semibold">
      {name}
    </a>
    <p className="text-muted">
      {fileWords(facts)} · {uses ? `sert à ${counted(uses, "ressource", "ressources")}` : "ne sert à rien"} ·{" "}
      {credit || licence ? [credit, licence].filter(Boolean).join(", ") : "sans crédit ni licence"} · ajouté le{" "}
      {formatShortDay(createdAt)}
    </p>
  </li>
);

export function MediaListScreen({ media, total, page, pageCount, unused, query, bring, send, mayWrite, done }: Props) {
  const { q, sans } = query;
  return (
    <Screen title="Médias">
      <DoneNotice done={done} />
      {mayWrite && (
        <Panel title="Ajouter un fichier">
          <UploadForm action={bring} send={send} />
        </Panel>
      )}
      <Panel title={counted(total, "fichier", "fichiers")}>
        <search>
          <form action={paths.adminList("medias")} className="mb-4 flex flex-wrap items-end gap-4">
            <div className="min-w-0 grow basis-56">
              <label htmlFor="q" className="mb-1 block font-semibold">
                Nom, crédit ou licence
              </label>
              <input id="q" name="q" type="search" maxLength={200} defaultValue={q} className={control} />
            </div>
            {sans && <input type="hidden" name="sans" value={sans} />}
            <Button look="secondary">Chercher</Button>
          </form>
        </search>
        <FilterLinks
          title="Montrer"
          options={[
            { label: "Tous", href: listAt({ q }), current: !sans },
            {
              label: "Qui ne servent à rien",
              href: listAt({ q, sans: "usage" }),
              current: Boolean(sans),
              count: unused,
            },
          ]}
        />
        {media.length ? (
          <ul className="mt-4">
            {media.map((one) => (
              <Row key={one.id} {...one} />
            ))}
          </ul>
        ) : (
          <p className="mt-4">Aucun fichier.</p>
        )}
        <Pagination
          page={page}
          pageCount={pageCount}
          label="Pages de la liste"
          hrefOf={(number) => listAt({ q, sans, page: number })}
        />
      </Panel>
    </Screen>
  );
}
