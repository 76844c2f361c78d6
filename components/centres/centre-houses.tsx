import "./house.css";
import { Fragment } from "react";
import { DoubtTag } from "#components/publication/doubt-tag";
import type { CentreSummary } from "#lib/centres/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { profileLabels } from "#lib/profiles/labels";

function CentreHouse({ centre, brief }: { centre: CentreSummary; brief: boolean }) {
  const { slug, name, summary, needs, audiences, partners, confidence } = centre;
  const [first] = needs;
  return (
    <li className={`house ${first ? `need-${first.position}` : ""} ${confidence === "to_confirm" ? "unlit" : ""}`}>
      <h3 className="text-xl">
        <a href={paths.centre(slug)} className="text-ink no-underline hover:underline">
          {french(name)}
        </a>
      </h3>
      {french(summary)}
      {needs.length > 0 && (
        <p className="flex flex-wrap gap-2">
          {needs.map(({ slug, title, position }) => (
            <Fragment key={slug}>
              <span className={`need-${position} rounded-full bg-need-soft px-2.5 py-0.5 text-need text-sm`}>
                {french(title)}
              </span>{" "}
            </Fragment>
          ))}
        </p>
      )}
      {!brief && (
        <p className="text-muted text-sm">
          Pour{"\u00A0"}: {audiences.map((profile) => profileLabels[profile].toLowerCase()).join("\u00A0· ")}
          {partners.length > 0 && (
            <>
              <br />
              Avec{"\u00A0"}: {partners.join(", ")}
            </>
          )}
        </p>
      )}
      <DoubtTag confidence={confidence} />
    </li>
  );
}

type Props = { centres: readonly CentreSummary[]; brief?: boolean };

/** Each centre as a house in the colour of its first need, lit where it is established. @param props.brief its name and theme only */
export function CentreHouses({ centres, brief = false }: Props) {
  return (
    <ul className="houses">
      {centres.map((centre) => (
        <CentreHouse key={centre.slug} centre={centre} brief={brief} />
      ))}
    </ul>
  );
}
