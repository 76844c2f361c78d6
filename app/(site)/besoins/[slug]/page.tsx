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
import { ResourceLines } from "#components/resources/resource-lines";
import { WantedList } from "#components/resources/wanted-list";
import { Breadcrumb } from "#components/site/breadcrumb";
import { CardGrid } from "#components/ui/card";
import { Container } from "#components/ui/container";
import { Prose } from "#components/ui/prose";
import { Section } from "#components/ui/section";
import { WithAside } from "#components/ui/with-aside";
import { CalendarSubscription } from "#components/webinars/calendar-subscription";
import { NextSession } from "#components/webinars/next-session";
import { NextWebinar } from "#components/webinars/next-webinar";
import { WebinarCard } from "#components/webinars/webinar-card";
import { figuresOfNeed } from "#lib/figures/queries";
import { inContext } from "#lib/glossary/context/rules";
import { listTerms } from "#lib/glossary/queries";
import { listChanges } from "#lib/items/changes";
import { findRead } from "#lib/items/queries";
import { findNeed } from "#lib/needs/queries";
import { drawn } from "#lib/observation/page";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { pageMetadata } from "#lib/platform/metadata";
import { paths } from "#lib/platform/paths";
import { resourcesOfNeed } from "#lib/resources/queries";
import { webinarsOfNeed } from "#lib/webinars/queries";
import { isComing } from "#lib/webinars/rules";

type Props = { params: Promise<{ slug: string }> };

const SHOWN = 6;
const KNOWN = 60;

const load = cache((slug: string) => findRead(paths.need(slug), now(), (shown) => findNeed(slug, now(), shown)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const need = await load((await params).slug);
  if (!need) return {};
  return pageMetadata({
    title: need.question,
    description: need.summary,
    path: paths.need(need.slug),
    feed: paths.feed({ besoin: need.slug }),
  });
}

export default async function NeedPage({ params }: Props) {
  const { slug } = await params;
  const at = now();
  const [need, resources, webinars, figures, glossary] = await Promise.all([
    load(slug),
    resourcesOfNeed(slug, at, KNOWN),
    webinarsOfNeed(slug, at),
    figuresOfNeed(slug, at),
    listTerms(at),
  ]);
  if (!need) notFound();
  const { texts, met } = inContext(glossary, needTexts(need));
  const open = resources.filter(({ readable }) => readable).slice(0, SHOWN);
  const wanted = resources.filter(({ readable }) => !readable);
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
          <Prose markdown={texts.body} />
        </WithAside>
        {others.length > 0 && (
          <Section
            title="Les autres séances sur ce besoin"
            more={{ label: "Tout le programme", href: paths.webinars() }}
          >
            <CardGrid>
              {others.map((webinar) => (
                <WebinarCard key={webinar.slug} webinar={webinar} at={at} />
              ))}
            </CardGrid>
          </Section>
        )}
        {open.length > 0 && (
          <Section
            title="Des documents à lire en ligne"
            more={{ label: "Toutes les ressources de ce besoin", href: paths.resources({ besoin: slug }) }}
          >
            <ResourceLines resources={open} />
          </Section>
        )}
        <WantedList resources={wanted} />
        <FigureLines figures={figures.slice(0, SHOWN)} title="Ce que disent les enquêtes" />
        <TermNotes terms={met} />
        <SourceNote source={need.source} confidence={need.confidence} />
        <Changes changes={await listChanges("need", slug)} />
      </Container>
    </NeedTone>,
  );
}
