import { Fragment } from "react";
import { DoubtTag } from "#components/publication/doubt-tag";
import { Card } from "#components/ui/card";
import type { CentreSummary } from "#lib/centres/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { profileLabels } from "#lib/profiles/labels";

export function CentreCard({ centre }: { centre: CentreSummary }) {
  return (
    <Card element="li">
      <h3 className="text-xl">
        <a
          href={paths.centre(centre.slug)}
          className="text-ink no-underline after:absolute after:inset-0 hover:underline"
        >
          {french(centre.name)}
        </a>
      </h3>
      <p>{french(centre.summary)}</p>
      {centre.needs.length > 0 && (
        <p className="flex flex-wrap gap-2">
          {centre.needs.map(({ slug, title, position }) => (
            <Fragment key={slug}>
              <span className={`need-${position} rounded-full bg-need-soft px-2.5 py-0.5 text-need text-sm`}>
                {french(title)}
              </span>{" "}
            </Fragment>
          ))}
        </p>
      )}
      <p className="mt-auto pt-2 text-muted text-sm">
        Pour{"\u00A0"}: {centre.audiences.map((profile) => profileLabels[profile].toLowerCase()).join("\u00A0· ")}
        {centre.partners.length > 0 && (
          <>
            <br />
            Avec{"\u00A0"}: {centre.partners.join(", ")}
          </>
        )}
      </p>
      <DoubtTag confidence={centre.confidence} />
    </Card>
  );
}
