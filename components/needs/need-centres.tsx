import { DoubtTag } from "#components/editorial/doubt-tag";
import { Card, CardGrid } from "#components/ui/card";
import type { NeedDetail } from "#lib/needs/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

/** The centres that answer a need, and why each does. */
export function NeedCentres({ centres }: { centres: NeedDetail["centres"] }) {
  return (
    <CardGrid>
      {centres.map(({ slug, name, reason, confidence }) => (
        <Card key={slug} element="li">
          <h3 className="text-xl">
            <a href={paths.centre(slug)} className="text-ink no-underline after:absolute after:inset-0 hover:underline">
              {french(name)}
            </a>
          </h3>
          <p>{french(reason)}</p>
          <p className="mt-auto pt-2">
            <DoubtTag confidence={confidence} />
          </p>
        </Card>
      ))}
    </CardGrid>
  );
}
