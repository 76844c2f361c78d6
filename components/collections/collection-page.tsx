import type { ReactNode } from "react";
import { CollectionSteps } from "#components/collections/collection-steps";
import { DossierLink } from "#components/publication/dossier-link";
import { SourceNote } from "#components/publication/source-note";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { collectionKindLabels, timeLabel } from "#lib/collections/labels";
import type { CollectionDetail } from "#lib/collections/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { profileLabels, profileSpellings } from "#lib/profiles/labels";

type Props = { collection: CollectionDetail; lead: ReactNode; children?: ReactNode };

export function CollectionPage({ collection, lead, children }: Props) {
  const { kind, profile, title, steps, minutes } = collection;
  return (
    <>
      <PageHeader kicker={collectionKindLabels[kind]} title={title} lead={lead}>
        <p>
          {profile && `Pour\u00A0: ${french(profileLabels[profile])} · `}
          {steps.length} à lire · {timeLabel(minutes)} en tout
        </p>
        <DossierLink pages={steps.map(({ href }) => href)} />
      </PageHeader>
      <Container>
        <CollectionSteps steps={steps} />
        <ul className="mt-8 grid gap-2">
          {profile && (
            <>
              <li>
                <a href={paths.centres({ profil: profileSpellings[profile] })}>Les centres de ressources pour vous</a>
              </li>
              <li>
                <a href={paths.resources({ profil: profileSpellings[profile] })}>Tous les documents pour vous</a>
              </li>
            </>
          )}
          <li>
            <a href={paths.collections()}>Les autres parcours et collections</a>
          </li>
        </ul>
        {children}
        <SourceNote source={collection.source} confidence={collection.confidence} />
      </Container>
    </>
  );
}
