import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import type { OrientationQuery, OrientedNeed } from "#lib/orientation/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

type Props = { needs: readonly OrientedNeed[]; query: OrientationQuery; why?: string };

/** What people live, in their words, when they have each need. */
export function OrientationSituations({ needs, query, why }: Props) {
  return (
    <>
      <PageHeader
        kicker="Orientation"
        title={"Où vous reconnaissez-vous\u202F?"}
        lead={why ?? "Choisissez la phrase la plus proche de ce que vous vivez : elle mène à votre parcours."}
      />
      <Container>
        <ul className="grid max-w-3xl gap-3 pt-8">
          {needs.flatMap(({ slug, question, situations }) =>
            (situations.length ? situations : [question]).map((words) => (
              <li key={words}>
                <a
                  href={paths.orientation({ ...query, besoin: slug })}
                  rel="nofollow"
                  className="flex min-h-11 items-center rounded-card border border-line bg-surface p-4 text-ink hover:border-brand"
                >
                  {french(words)}
                </a>
              </li>
            )),
          )}
        </ul>
        <p className="mt-6">
          <a href={paths.orientation({ ...query, besoin: undefined })}>Revenir aux questions</a>
        </p>
      </Container>
    </>
  );
}
