import { Card, CardGrid } from "#components/ui/card";
import { organisationKindLabels } from "#lib/organisations/labels";
import type { OrganisationEntry } from "#lib/organisations/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

export function OrganisationList({ organisations }: { organisations: readonly OrganisationEntry[] }) {
  return (
    <div className="py-8">
      <p className="mb-6">
        Que lire selon qui vous êtes{"\u202F"}?{" "}
        <a href={paths.page("votre-organisation")}>Votre organisation, sa publication, son centre</a>
      </p>
      <CardGrid>
        {organisations.map(({ slug, name, kind, summary }) => (
          <Card key={slug} element="li">
            {kind && <p className="font-semibold text-muted text-sm">{organisationKindLabels[kind]}</p>}
            <h2 className="text-xl">
              <a
                href={paths.organisation(slug)}
                className="text-ink no-underline after:absolute after:inset-0 hover:underline"
              >
                {french(name)}
              </a>
            </h2>
            {french(summary)}
          </Card>
        ))}
      </CardGrid>
    </div>
  );
}
