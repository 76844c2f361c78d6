import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { FigureLines } from "#components/figures/figure-lines";
import { TermNotes } from "#components/glossary/term-notes";
import { NeedCentres } from "#components/needs/need-centres";
import { NeedHeader } from "#components/needs/need-header";
import { NeedSteps } from "#components/needs/need-steps";
import { needTexts } from "#components/needs/need-texts";
import { NeedTone } from "#components/needs/need-tone";
import { Changes } from "#components/publication/changes";
import { SourceNote } from "#components/publication/source-note";
import { Withdrawn } from "#components/publication/withdrawn";
import { WantedList } from "#components/resources/wanted-list";
import { Breadcrumb } from "#components/site/breadcrumb";
import { StepDocuments } from "#components/ties/step-documents";
import { stepsTitle } from "#components/ties/steps-title";
import { Container } from "#components/ui/container";
import { Fold } from "#components/ui/fold";
import { Prose } from "#components/ui/prose";
import { WithAside } from "#components/ui/with-aside";
import { CalendarSubscription } from "#components/webinars/calendar-subscription";
import { CitingWebinars } from "#components/webinars/citing-webinars";
import { NextSession } from "#components/webinars/next-session";
import { NextWebinar } from "#components/webinars/next-webinar";
import { stateOf } from "#components/webinars/webinar-tags";
import { pageMetadata } from "#lib/edge/metadata";
import { figuresOfNeed } from "#lib/figures/queries";
import { inContext } from "#lib/glossary/context/rules";
import { listTerms } from "#lib/glossary/queries";
import { listChanges } from "#lib/items/changes";
import { findRead } from "#lib/items/queries";
import { findNeed } from "#lib/needs/queries";
import { drawn } from "#lib/observation/page";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";
import { withReferences } from "#lib/ties/references/queries";
import { stepsOfNeed } from "#lib/ties/steps/queries";
import { stepsQuery } from "#lib/ties/steps/schema";
import { webinarsOfNeed } from "#lib/webinars/queries";
import { isComing } from "#lib/webinars/rules";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const FIGURES = 3;

const load = cache((slug: string) => findRead(paths.need(slug), now(), (shown) => findNeed(slug, now(), shown)));

/** The documents of an address, found once for the page and its title. @param typed the parameters as JSON */
const find = cache(async (slug: string, typed: string) => {
  const query = stepsQuery.parse(JSON.parse(typed));
  return { query, found: await stepsOfNeed(slug, query, now()) };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug } = await params;
  const [need, { query, found }] = await Promise.all([load(slug), find(slug, JSON.stringify(await searchParams))]);
  if (!need) return {};
  return pageMetadata({
    title: stepsTitle(need.question, query, found),
    pictured: need.title,
    description: need.summary,
    path: paths.need(need.slug),
    feed: paths.feed({ besoin: need.slug }),
  });
}

export default async function NeedPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const at = now();
  const [need, { query, found }, webinars, figures, glossary] = await Promise.all([
    load(slug),
    find(slug, JSON.stringify(await searchParams)),
    webinarsOfNeed(slug, at),
    figuresOfNeed(slug, at),
    listTerms(at),
  ]);
  if (!need) notFound();
  const { texts, met } = inContext(glossary, await withReferences(needTexts(need), at));
  const next = webinars.find((webinar) => isComing(webinar, at));
  const others = webinars.filter((webinar) => webinar.slug !== next?.slug);
  return drawn(
    <NeedTone position={need.position}>
      <Withdrawn withdrawal={need.withdrawal} />
      <Breadcrumb
        trail={[{ label: "Les sept besoins", href: paths.needs() }]}
        current={need.title}
        siteUrl={env().SITE_URL}
      />
      <NeedHeader need={need} texts={texts} />
      <NeedSteps texts={texts}>
        <NextSession webinar={next} at={at} />
      </NeedSteps>
      <Container>
        <WithAside
          label="Les centres et le prochain webinaire"
          framed={false}
          before
          aside={
            <>
              <NeedCentres centres={need.centres} />
              {next && <NextWebinar webinar={next} at={at} kicker="Prochaine séance sur ce besoin, gratuite" />}
              {next && <CalendarSubscription siteUrl={env().SITE_URL} needSlug={slug} />}
            </>
          }
        >
          <Fold look="reading" summary="Ce besoin, plus en détail">
            <Prose markdown={texts.body} />
          </Fold>
        </WithAside>
        <CitingWebinars
          title="Les autres séances sur ce besoin"
          more={{ label: "Tout le programme", href: paths.webinars() }}
          webinars={others.map((webinar) => ({ ...webinar, state: stateOf(webinar, at) }))}
        />
        <StepDocuments need={slug} query={query} found={found} />
        <WantedList resources={found.wanted} />
        {figures.length > 0 && (
          <Fold look="reading" summary="Les chiffres des enquêtes">
            <FigureLines figures={figures.slice(0, FIGURES)} title="Ce que disent les enquêtes" />
          </Fold>
        )}
        <TermNotes terms={met} />
        <SourceNote source={need.source} confidence={need.confidence} />
        <Changes changes={await listChanges("need", slug)} />
      </Container>
    </NeedTone>,
  );
}
