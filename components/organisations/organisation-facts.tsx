import { Facts } from "#components/ui/facts";
import { OutgoingLink } from "#components/ui/outgoing-link";
import { organisationKindLabels } from "#lib/organisations/labels";
import type { OrganisationDetail } from "#lib/organisations/schema";
import { french } from "#lib/platform/text";

export function OrganisationFacts({ organisation: { kind, aliases, url } }: { organisation: OrganisationDetail }) {
  return (
    <div className="pt-8">
      <Facts
        facts={[
          { name: "Nature", value: kind && organisationKindLabels[kind] },
          { name: "On lit aussi", value: french(aliases.join(" · ")) },
          {
            name: "Son site",
            value: url ? (
              <OutgoingLink href={url}>{new URL(url).host}</OutgoingLink>
            ) : (
              "Aucune adresse relevée dans nos sources."
            ),
          },
        ]}
      />
    </div>
  );
}
