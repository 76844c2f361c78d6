import { ShareBar } from "#components/ui/share-bar";
import { french } from "#lib/platform/text";

const numbers = new Intl.NumberFormat("fr-FR");

export type Bar = { label: string; count: number };

type Props = { caption: string; what: string; unit: string; bars: readonly Bar[] };

const percent = (count: number, total: number) => (total ? Math.round((100 * count) / total) : 0);

/** Counts of one whole, as a table whose lines also draw their share: the chart and its figures are one thing. */
export function CountBars({ caption, what, unit, bars }: Props) {
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  return (
    <table className="w-full max-w-3xl border-collapse">
      <caption className="mb-3 text-left font-display text-xl">{french(caption)}</caption>
      <thead>
        <tr className="border-line border-b text-muted text-sm">
          <th scope="col" className="py-2 pr-4 text-left font-semibold">
            {what}
          </th>
          <th scope="col" className="whitespace-nowrap px-2 py-2 text-right font-semibold">
            {unit}
          </th>
          <th scope="col" className="whitespace-nowrap py-2 pl-2 text-right font-semibold">
            Part
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, count }) => (
          <tr key={label} className="border-line border-b">
            <th scope="row" className="w-full py-2.5 pr-4 text-left font-normal">
              {label}
              <span className="mt-1 block">
                <ShareBar percentage={percent(count, total)} />
              </span>
            </th>
            <td className="whitespace-nowrap px-2 py-2.5 text-right align-bottom tabular-nums">
              {numbers.format(count)}
            </td>
            <td className="whitespace-nowrap py-2.5 pl-2 text-right align-bottom tabular-nums">
              {percent(count, total)}
              {"\u202F"}%
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
