import { NeedPictogram } from "#components/needs/need-pictogram";
import { DoubtTag } from "#components/publication/doubt-tag";
import type { CentreDetail } from "#lib/centres/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

export function CentreNeeds({ needs }: { needs: CentreDetail["needs"] }) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {needs.map(({ slug, title, position, reason, confidence }) => (
        <li key={slug} className={`need-${position} flex gap-4 rounded-card border border-line bg-need-soft p-5`}>
          <NeedPictogram position={position} />
          <div className="grid content-start justify-items-start gap-2">
            <h3 className="text-lg">
              <a href={paths.need(slug)} className="text-ink">
                {french(title)}
              </a>
            </h3>
            <p>{french(reason)}</p>
            <DoubtTag confidence={confidence} />
          </div>
        </li>
      ))}
    </ul>
  );
}
