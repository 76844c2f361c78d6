import { type FigureSeries, originsOf } from "#components/figures/figure-series";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

/** The whole of what a drawing says, for whoever reads or copies it; of whom, where it is not the same for all. */
export function SeriesTable({ series }: { series: FigureSeries }) {
  const isMixed = originsOf(series).populations.length > 1;
  return (
    <div className="prose">
      <table>
        <thead>
          <tr>
            <th scope="col">Chiffre</th>
            <th scope="col">Ce qu’il dit</th>
            {isMixed && <th scope="col">Qui a répondu</th>}
          </tr>
        </thead>
        <tbody>
          {series.figures.map(({ slug, value, statement, population }) => (
            <tr key={slug}>
              <th scope="row">
                <a href={paths.figure(slug)}>{french(value)}</a>
              </th>
              <td>{french(statement)}</td>
              {isMixed && <td>{french(population)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
