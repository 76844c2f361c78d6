import { Fragment, type ReactNode } from "react";
import { Facts } from "#components/ui/facts";
import { OutgoingLink } from "#components/ui/outgoing-link";
import type { CentreDetail } from "#lib/centres/schema";
import { formatShortDay } from "#lib/platform/dates";
import { french } from "#lib/platform/text";
import { profileLabels } from "#lib/profiles/labels";

/** Long names of hosts may break after a dot or a hyphen. */
const breakable = (host: string) => host.replace(/[.-]/g, "$&\u200B");

function Address({ centre: { url, urlCheckedOn, name } }: { centre: CentreDetail }) {
  if (!url) return "Aucune adresse publique connue à ce jour.";
  return (
    <>
      <OutgoingLink href={url}>
        {name}, sur {breakable(new URL(url).host)}
      </OutgoingLink>
      <br />
      <span className="text-muted text-sm">
        {urlCheckedOn
          ? `Adresse vérifiée le ${formatShortDay(urlCheckedOn)}.`
          : "Adresse pas encore vérifiée\u00A0: la source, au bas de cette page, dit d’où elle vient."}
      </span>
    </>
  );
}

type Props = {
  centre: CentreDetail;
  /** Draws a partner. */
  named?: (label: string) => ReactNode;
};

export function CentreFacts({ centre, named = french }: Props) {
  return (
    <Facts
      facts={[
        { name: "Pour qui", value: centre.audiences.map((profile) => profileLabels[profile]).join("\u00A0· ") },
        {
          name: "Avec qui",
          value:
            centre.partners.length === 0
              ? "Aucun partenaire connu à ce jour."
              : centre.partners.map((label, rank) => (
                  <Fragment key={label}>
                    {rank > 0 && ", "}
                    {named(label)}
                  </Fragment>
                )),
        },
        { name: "Où", value: <Address centre={centre} /> },
      ]}
    />
  );
}
