import type { Metadata } from "next";
import { Breadcrumb } from "#components/site/breadcrumb";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { WebinarHead } from "#components/webinars/webinar-head";
import { WebinarProgramme } from "#components/webinars/webinar-programme";
import { now } from "#lib/platform/clock";
import { yearInParis } from "#lib/platform/dates";
import { env } from "#lib/platform/env";
import { pageMetadata } from "#lib/platform/metadata";
import { paths } from "#lib/platform/paths";
import { listWebinars, nextWebinar, webinarYears } from "#lib/webinars/queries";

type Props = { searchParams: Promise<{ annee?: string | string[] }> };

const lead =
  "Une heure en ligne, un jeudi par mois, de 13 h à 14 h (heure de Paris). Des résultats de recherche, des territoires qui racontent, vos questions.";

/** The year asked for when there is one, else the year of what comes next, else the last one. */
async function programme(asked: string | string[] | undefined, at: Date) {
  const [next, years] = await Promise.all([nextWebinar(at), webinarYears(at)]);
  const usual = next ? yearInParis(next.startsAt) : (years[0] ?? yearInParis(at));
  const year = years.find((one) => String(one) === asked) ?? usual;
  return { next, years, year, usual };
}

const titleOf = (year: number) => `Les webinaires de ${year}`;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { year, usual } = await programme((await searchParams).annee, now());
  const path = paths.webinars(year === usual ? undefined : year);
  return pageMetadata({ title: titleOf(year), description: lead, path });
}

export default async function WebinarsPage({ searchParams }: Props) {
  const at = now();
  const { next, years, year } = await programme((await searchParams).annee, at);
  const webinars = await listWebinars(at, year);
  return (
    <>
      <Breadcrumb current="Les webinaires" siteUrl={env().SITE_URL} />
      <PageHeader title={titleOf(year)} lead={lead} />
      <Container>
        <WebinarHead next={next} at={at} years={years} year={year} />
        <WebinarProgramme year={year} webinars={webinars} at={at} />
      </Container>
    </>
  );
}
