import { Fragment } from "react";
import { Notice } from "#components/ui/notice";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import type { Relation } from "#lib/resources/relations/schema";

/** What stands in for a document now; nothing while nothing does. */
export function Superseded({ relations }: { relations: readonly Relation[] }) {
  const newer = relations.filter(({ type, side }) => type === "replaces" && side === "other");
  if (newer.length === 0) return null;
  return (
    <Notice title="Ce document a été remplacé.">
      <p>
        À lire à sa place{"\u00A0: "}
        {newer.map(({ slug, title }, rank) => (
          <Fragment key={slug}>
            {rank > 0 && ", "}
            <a href={paths.resource(slug)}>{french(title)}</a>
          </Fragment>
        ))}
        .
      </p>
    </Notice>
  );
}
