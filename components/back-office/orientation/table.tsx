import { standingLabels } from "#lib/orientation/labels";
import type { ToldLine } from "#lib/orientation/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { profileLabels } from "#lib/profiles/labels";

export type TableGroup = { need: string; title: string; lines: readonly ToldLine[] };

const cell = "border-line border-t py-2 pr-4 align-top";

function Target({ line: { address, page } }: { line: ToldLine }) {
  return (
    <>
      <a href={address}>{french(page?.title ?? address)}</a>
      {!page && <strong className="block text-danger">Introuvable en ligne{"\u00A0"}: laissé de côté</strong>}
      {page && !page.opens && <strong className="block text-danger">À retrouver{"\u00A0"}: laissé de côté</strong>}
    </>
  );
}

/** What leads where, as it is being written. */
export function OrientationTable({ groups }: { groups: readonly TableGroup[] }) {
  return groups.map(({ need, title, lines }) => (
    <section key={need} className="mt-6 overflow-x-auto">
      <h3 className="text-lg">{french(title)}</h3>
      <p>
        <a
          href={paths.adminEdit("orientation", need)}
          aria-label={`Modifier\u00A0: ${title}`}
          className="inline-flex min-h-11 items-center"
        >
          Modifier
        </a>
      </p>
      <table className="w-full min-w-2xl text-left">
        <caption className="sr-only">{french(title)}</caption>
        <thead>
          <tr>
            {["Où en est la personne", "Pour qui", "Ce qui est proposé", "Minutes", "Pourquoi"].map((words) => (
              <th key={words} scope="col" className="py-2 pr-4">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.stage} ${line.address} ${line.profiles}`}>
              <td className={cell}>{standingLabels[line.stage]}</td>
              <td className={cell}>
                {line.profiles.map((profile) => profileLabels[profile]).join(", ") || "Tout le monde"}
              </td>
              <td className={cell}>
                <Target line={line} />
              </td>
              <td className={cell}>{line.minutes}</td>
              <td className={cell}>{french(line.reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  ));
}
