import { NeedPictogram } from "#components/needs/need-pictogram";
import { Unbroken } from "#components/ui/unbroken";
import type { NeedSummary } from "#lib/needs/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

const door =
  "flex grow items-center gap-1.5 rounded-card border-2 p-1.5 text-sm leading-tight font-semibold no-underline hover:underline md:flex-col md:items-start md:gap-1.5 md:p-5 md:text-base md:leading-normal";
const question = "text-ink text-xl max-md:hidden";

/** The seven needs: the question of each, which a phone leaves out so that all stand on its first screen. */
export function NeedDoors({ needs }: { needs: readonly NeedSummary[] }) {
  return (
    <ul className="grid grid-cols-2 gap-1.5 md:gap-4 lg:grid-cols-4">
      {needs.map((need) => (
        <li key={need.slug} className={`need-${need.position} flex`}>
          <a
            href={paths.need(need.slug)}
            className={`${door} border-transparent bg-need-soft text-need hover:border-need`}
          >
            <NeedPictogram position={need.position} look="card" />
            <h3 className={question}>
              <Unbroken text={french(need.question)} />
            </h3>
            {french(need.title)}
          </a>
        </li>
      ))}
      <li className="flex">
        <a
          href={paths.orientation()}
          className={`${door} border-control border-dashed text-ink hover:border-brand max-md:justify-center md:justify-end`}
        >
          <h3 className="md:text-xl">Vous hésitez{"\u202F"}?</h3>
          <span className="max-md:hidden">Quatre questions, et vous savez par où commencer.</span>
        </a>
      </li>
    </ul>
  );
}
