import { Facts } from "#components/ui/facts";
import { OutgoingLink } from "#components/ui/outgoing-link";
import type { CentreDetail } from "#lib/centres/schema";
import { formatShortDay } from "#lib/platform/dates";
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

export function CentreFacts({ centre }: { centre: CentreDetail }) {
  return (
    <Facts
      facts={[
        { name: "Pour qui", value: centre.audiences.map((profile) => profileLabels[profile]).join("\u00A0· ") },
        { name: "Avec qui", value: centre.partners.join(", ") || "Aucun partenaire connu à ce jour." },
        { name: "Où", value: <Address centre={centre} /> },
      ]}
    />
  );
}
