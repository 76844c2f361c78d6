import type { Metadata } from "next";
import { NeedTone } from "#components/needs/need-tone";
import { OrientationPath } from "#components/orientation/path";
import { ORIENTATION_LEAD, ORIENTATION_TITLE, OrientationQuestions } from "#components/orientation/questions";
import { OrientationSituations } from "#components/orientation/situations";
import { Breadcrumb } from "#components/site/breadcrumb";
import { pageMetadata } from "#lib/edge/metadata";
import { findPath, orientedNeeds } from "#lib/orientation/queries";
import { type OrientationQuery, type OrientedNeed, orientationQuery, UNKNOWN_NEED } from "#lib/orientation/schema";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { webinarsOfNeed } from "#lib/webinars/queries";
import { isComing } from "#lib/webinars/rules";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const answersOf = async (searchParams: Props["searchParams"]) => orientationQuery.parse(await searchParams);

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = await answersOf(searchParams);
  return pageMetadata({
    title: query.besoin ? "Votre parcours" : ORIENTATION_TITLE,
    pictured: "Orientation",
    description: ORIENTATION_LEAD,
    path: paths.orientation(),
    indexed: Object.values(query).every((answer) => answer === undefined),
  });
}

async function Path({ need, query }: { need: OrientedNeed; query: OrientationQuery }) {
  const at = now();
  const [path, webinars] = await Promise.all([
    findPath({ ...query, besoin: need.slug }, at),
    webinarsOfNeed(need.slug, at),
  ]);
  return (
    <NeedTone position={need.position}>
      <Breadcrumb
        trail={[{ label: ORIENTATION_TITLE, href: paths.orientation() }]}
        current="Votre parcours"
        siteUrl={env().SITE_URL}
      />
      <OrientationPath
        need={need}
        query={query}
        {...path}
        webinar={webinars.find((webinar) => isComing(webinar, at))}
        address={absolute(env().SITE_URL, paths.orientation({ ...query, questions: undefined }))}
        at={at}
      />
    </NeedTone>
  );
}

export default async function OrientationPage({ searchParams }: Props) {
  const query = await answersOf(searchParams);
  const needs = await orientedNeeds(now());
  const need = needs.find(({ slug }) => slug === query.besoin);
  if (need && !query.questions) return Path({ need, query });
  const crumb = <Breadcrumb current={ORIENTATION_TITLE} siteUrl={env().SITE_URL} />;
  if (query.besoin === UNKNOWN_NEED && !query.questions)
    return (
      <>
        {crumb}
        <OrientationSituations needs={needs} query={query} />
      </>
    );
  return (
    <>
      {crumb}
      <OrientationQuestions needs={needs} query={query} />
    </>
  );
}
