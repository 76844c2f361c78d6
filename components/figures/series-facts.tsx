import { Fragment } from "react";
import { type FigureSeries, originsOf } from "#components/figures/figure-series";
import { Facts } from "#components/ui/facts";
import { OutgoingLink } from "#components/ui/outgoing-link";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

/** Who answered, how many, when, to whom; and the studies, when there are some to open. */
export function SeriesFacts({ series }: { series: FigureSeries }) {
  const { survey, period, sample, populations, studies, addresses } = originsOf(series);
  const facts = [
    { name: "Qui a répondu", value: french(populations.join(", ")) },
    { name: "Combien", value: sample && french(sample) },
    { name: "Quand", value: french(period) },
    { name: "Enquête ou rapport", value: french(survey) },
    {
      name: "Pour lire l’étude",
      value:
        studies.length > 0 &&
        studies.map(({ slug, title }) => (
          <Fragment key={slug}>
            <a href={paths.resource(slug)}>{french(title)}</a>{" "}
          </Fragment>
        )),
    },
    {
      name: "Où le chiffre est écrit",
      value:
        addresses.length > 0 &&
        addresses.map((address) => (
          <Fragment key={address}>
            <OutgoingLink href={address}>{new URL(address).hostname}</OutgoingLink>{" "}
          </Fragment>
        )),
    },
  ];
  return <Facts facts={facts} />;
}
