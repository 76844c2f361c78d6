import { Panel, Screen } from "#components/back-office/screen";
import { FormatLinks } from "#components/back-office/tables/formats";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { nameOfPage } from "#lib/views/labels";
import { isFile, OTHER_PAGES } from "#lib/views/rules";
import type { ViewedPage } from "#lib/views/schema";

const numbers = new Intl.NumberFormat("fr-FR");
const cell = "py-2 pl-4 text-right tabular-nums";

/** Titles of public pages, by their path. */
type Titled = { titles: ReadonlyMap<string, string> };

function Table({ caption, rows, titles }: Titled & { caption: string; rows: readonly ViewedPage[] }) {
  return (
    <table className="w-full border-collapse">
      <caption className="mb-2 text-left text-muted">{french(caption)}</caption>
      <thead>
        <tr className="border-line border-b">
          <th scope="col" className="py-2 text-left">
            Page
          </th>
          <th scope="col" className={cell}>
            30 jours
          </th>
          <th scope="col" className={cell}>
            12 mois
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ path, month, year }) => (
          <tr key={path} className="border-line border-b">
            <th scope="row" className="wrap-anywhere py-2 text-left font-normal">
              {path === OTHER_PAGES ? nameOfPage(path) : <a href={path}>{french(titles.get(path) ?? path)}</a>}
            </th>
            <td className={cell}>{numbers.format(month)}</td>
            <td className={cell}>{numbers.format(year)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ViewsScreen({ pages, titles }: Titled & { pages: readonly ViewedPage[] }) {
  const files = pages.filter(({ path }) => isFile(path));
  const read = pages.filter(({ path }) => !isFile(path));
  return (
    <Screen title="Visites">
      <p className="max-w-prose">
        Combien de fois chaque page est lue, à une minute près. Les robots qui se nomment sont écartés, et rien n’est
        gardé de qui lit. Les documents sont sur d’autres sites{"\u00A0"}: leurs téléchargements ne sont pas connus.
      </p>
      <FormatLinks what="Télécharger les douze mois, jour par jour" screen={paths.adminList("visites")} />
      <Panel title="Pages">
        {read.length ? (
          <Table caption="Les plus lues d’abord" rows={read} titles={titles} />
        ) : (
          <p>Rien n’est encore compté.</p>
        )}
      </Panel>
      {files.length > 0 && (
        <Panel title="Fichiers">
          <Table caption="Fichiers d’agenda et notices, les plus pris d’abord" rows={files} titles={titles} />
        </Panel>
      )}
    </Screen>
  );
}
