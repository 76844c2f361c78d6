import { Card, CardGrid } from "#components/ui/card";
import { Section } from "#components/ui/section";
import { collectionKindLabels, timeLabel } from "#lib/collections/labels";
import type { CollectionSummary } from "#lib/collections/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

type Props = { title: string; lead: string; collections: readonly CollectionSummary[] };

export function CollectionCards({ title, lead, collections }: Props) {
  if (collections.length === 0) return null;
  return (
    <Section title={title} lead={lead}>
      <CardGrid>
        {collections.map((collection) => (
          <Card key={collection.slug} element="li">
            <p className="font-semibold text-muted text-sm">
              {collectionKindLabels[collection.kind]} · {timeLabel(collection.minutes)}
            </p>
            <h3 className="text-xl">
              <a
                href={paths.collection(collection.slug)}
                className="text-ink no-underline after:absolute after:inset-0 hover:underline"
              >
                {french(collection.title)}
              </a>
            </h3>
            {french(collection.summary)}
          </Card>
        ))}
      </CardGrid>
    </Section>
  );
}
