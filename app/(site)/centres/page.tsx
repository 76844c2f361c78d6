import type { Metadata } from "next";
import { CentreFilters } from "#components/centres/centre-filters";
import { CentreList } from "#components/centres/centre-list";
import { PageExcerpt } from "#components/pages/page-excerpt";
import { Breadcrumb } from "#components/site/breadcrumb";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { WithFilters } from "#components/ui/with-filters";
import { listCentres } from "#lib/centres/queries";
import { isIdentified, meets } from "#lib/centres/rules";
import { centreFilters, type CentreFilters as Filters } from "#lib/centres/schema";
import { pageMetadata } from "#lib/edge/metadata";
import { listNeeds } from "#lib/needs/queries";
import { cardOf } from "#lib/nouns/cards";
import { drawn } from "#lib/observation/page";
import { findPage } from "#lib/pages/queries";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { parseMarkdown } from "#lib/platform/markdown";
import { paths } from "#lib/platform/paths";
import { withReferences } from "#lib/ties/references/queries";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const title = "Les centres de ressources";
const lead =
  "Douze lieux numériques, libres d’accès, sont annoncés en 2019 : huit retrouvés, un probable (le portail d’origine), trois à identifier. Pour chacun : à qui il s’adresse, avec qui il est fait, ce que vous y trouvez.";

export const generateMetadata = (): Metadata =>
  pageMetadata({ title, pictured: cardOf("centre").plural, description: lead, path: paths.centres() });

export default async function CentresPage({ searchParams }: Props) {
  const filters = centreFilters.parse(await searchParams);
  const at = now();
  const [centres, needs, table] = await Promise.all([
    listCentres(at),
    listNeeds(at),
    findPage("votre-organisation", at),
  ]);
  const identified = (asked: Filters) => centres.filter((centre) => isIdentified(centre) && meets(centre, asked));
  const { text } = await withReferences({ text: parseMarkdown(table?.body ?? "") }, at);
  const shown = filters.need || filters.profile ? identified(filters) : centres;
  return drawn(
    <>
      <Breadcrumb current={title} siteUrl={env().SITE_URL} />
      <PageHeader title={title} lead={lead} />
      <Container>
        <WithFilters
          filters={
            <CentreFilters
              needs={needs}
              filters={filters}
              forNeed={identified({ need: filters.need })}
              forProfile={identified({ profile: filters.profile })}
            />
          }
        >
          <CentreList centres={shown} needs={needs} filters={filters} siteUrl={env().SITE_URL} />
        </WithFilters>
        {table && <PageExcerpt page={table} text={text} folded={"Selon votre organisation, que lire\u202F?"} />}
      </Container>
    </>,
  );
}
