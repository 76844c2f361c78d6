import { DoubtTag } from "#components/publication/doubt-tag";
import { LinkButton } from "#components/ui/button";
import type { CentreDetail } from "#lib/centres/schema";

/** The way into a centre, which stands on another site; none when no address is known. */
export function CentreDoor({ centre }: { centre: CentreDetail }) {
  return (
    <p className="flex flex-wrap items-center gap-4">
      <DoubtTag confidence={centre.confidence} />
      {centre.url && <LinkButton href={centre.url}>Ouvrir le centre (autre site)</LinkButton>}
    </p>
  );
}
