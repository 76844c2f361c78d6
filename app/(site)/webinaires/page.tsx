import type { Metadata } from "next";
import { cache } from "react";
import { Breadcrumb } from "#components/site/breadcrumb";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { Embedding } from "#components/webinars/embedding";
import { WebinarHead } from "#components/webinars/webinar-head";
import { WebinarProgramme } from "#components/webinars/webinar-programme";
import { pageMetadata } from "#lib/edge/metadata";
import { embedHtml } from "#lib/feeds/embed";
import { cardOf } from "#lib/nouns/cards";
import { drawn } from "#lib/observation/page";
import { now } from "#lib/platform/clock";
import { yearInParis } from "#lib/platform/dates";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { listWebinars, nextWebinar, webinarYears } from "#lib/webinars/queries";
import { isComing } from "#lib/webinars/rules";
import { programmeQuery } from "#lib/webinars/schema";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const description =
  "Une heure en ligne, le troisième jeudi du mois, de 13\u00A0h à 14\u00A0h (heure de Paris). Mettre en débat des résultats de recherche, partager l’expérience de territoires pionniers, croiser les regards.";
const lead = `${description} S’y retrouvent des élus, des agents territoriaux, des dirigeants d’entreprise, des responsables associatifs, des catalyseurs territoriaux et des enseignants-chercheurs.`;

const loadYears = cache(() => webinarYears(now()));

/** The year that an address asks for, when it has sessions. */
const yearOf = (asked: string | undefined, years: readonly number[]): number | null =>
  years.find((one) => String(one) === asked) ?? null;

/** A year asked for is shown whole; else what comes, whatever its year, and what this year has seen. */
async function programme(asked: string | undefined, at: Date) {
  const years = await loadYears();
  const year = yearOf(asked, years);
  const thisYear = yearInParis(at);
  const [webinars, elsewhere] = await Promise.all(
    year === null
      ? [listWebinars(at, thisYear, Math.max(thisYear, ...years)), null]
      : [listWebinars(at, year), nextWebinar(at)],
  );
  const next = year === null ? (webinars.find((webinar) => isComing(webinar, at)) ?? null) : elsewhere;
  return { next, years, year, webinars: webinars.filter(({ slug }) => slug !== next?.slug) };
}

const titleOf = (year: number | null) => (year === null ? "Les webinaires" : `Les webinaires de ${year}`);

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const year = yearOf(programmeQuery.parse(await searchParams).annee, await loadYears());
  const metadata = pageMetadata({
    title: titleOf(year),
    pictured: cardOf("webinar").plural,
    description,
    path: paths.webinars(year ?? undefined),
  });
  const { SITE_URL } = env();
  const oembed = absolute(SITE_URL, paths.oembed({ url: absolute(SITE_URL, paths.webinars()) }));
  const types = { ...metadata.alternates?.types, "application/json+oembed": oembed };
  return { ...metadata, alternates: { ...metadata.alternates, types } };
}

export default async function WebinarsPage({ searchParams }: Props) {
  const at = now();
  const { next, years, year, webinars } = await programme(programmeQuery.parse(await searchParams).annee, at);
  const home = { label: titleOf(null), href: paths.webinars() };
  return drawn(
    <>
      <Breadcrumb
        trail={year === null ? [] : [home]}
        current={year === null ? home.label : String(year)}
        siteUrl={env().SITE_URL}
      />
      <PageHeader title={titleOf(year)} lead={lead} />
      <Container>
        <WebinarHead next={next} at={at} years={years} year={year} siteUrl={env().SITE_URL}>
          <Embedding html={embedHtml(env().SITE_URL)} />
        </WebinarHead>
        <WebinarProgramme webinars={webinars} year={year} at={at} />
      </Container>
    </>,
  );
}
