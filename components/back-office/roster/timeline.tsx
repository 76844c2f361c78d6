import { Fold } from "#components/ui/fold";
import { ShareBar } from "#components/ui/share-bar";
import { formatDayAndMonth } from "#lib/platform/dates";
import type { Timeline } from "#lib/roster/timeline/schema";

const numbers = new Intl.NumberFormat("fr-FR");
const count = "whitespace-nowrap px-1 py-2.5 text-right sm:px-2 align-bottom tabular-nums";

/** How a session filled, as a table whose lines draw how many were held at their end. */
export function RegistrationTimeline({ timeline: { weekly, steps } }: { timeline: Timeline }) {
  if (!steps.length) return null;
  const most = Math.max(1, ...steps.map(({ total }) => total));
  return (
    <Fold look="inset" summary="Au fil des jours">
      <table className="mb-3 w-full max-w-3xl border-collapse">
        <caption className="sr-only">{`Inscriptions ${weekly ? "semaine après semaine" : "jour après jour"}`}</caption>
        <thead>
          <tr className="border-line border-b text-muted text-sm">
            <th scope="col" className="py-2 pr-2 text-left font-semibold">
              {weekly ? "Semaine du" : "Jour"}
            </th>
            <th scope="col" className="whitespace-nowrap px-1 py-2 text-right sm:px-2 font-semibold">
              Arrivées
            </th>
            <th scope="col" className="whitespace-nowrap px-1 py-2 text-right sm:px-2 font-semibold">
              Départs
            </th>
            <th scope="col" className="whitespace-nowrap px-1 py-2 text-right sm:px-2 font-semibold">
              En tout
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ from, came, left, total }) => (
            <tr key={from} className="border-line border-b">
              <th scope="row" className="w-full whitespace-nowrap py-2.5 pr-2 text-left font-normal">
                {formatDayAndMonth(new Date(`${from}T12:00Z`))}
                <span className="mt-1 block">
                  <ShareBar percentage={(100 * total) / most} />
                </span>
              </th>
              <td className={count}>{numbers.format(came)}</td>
              <td className={count}>{numbers.format(left)}</td>
              <td className={count}>{numbers.format(total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-muted text-sm">
        Personnes inscrites ou en attente. Qui revient après une annulation compte à son premier jour{"\u202F"}; qui n’a
        pas répondu à une proposition ne compte pas.
      </p>
    </Fold>
  );
}
