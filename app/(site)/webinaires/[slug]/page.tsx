import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { registerForWebinar } from "#app/(site)/webinaires/[slug]/actions";
import { WebinarRegistration } from "#components/enrolment/webinar-registration";
import { TermNotes } from "#components/glossary/term-notes";
import { NeedTone } from "#components/needs/need-tone";
import { Changes } from "#components/publication/changes";
import { DossierLink } from "#components/publication/dossier-link";
import { SourceNote } from "#components/publication/source-note";
import { AnsweredQuestions } from "#components/questions/answered-questions";
import { Breadcrumb } from "#components/site/breadcrumb";
import { CardGrid } from "#components/ui/card";
import { Container } from "#components/ui/container";
import { JsonLd } from "#components/ui/json-ld";
import { InlineTree, Prose, plainTree } from "#components/ui/prose";
import { Section } from "#components/ui/section";
import { AfterWebinar } from "#components/webinars/after-webinar";
import { CitingWebinars } from "#components/webinars/citing-webinars";
import { HowItWorks } from "#components/webinars/how-it-works";
import { OpenInstead } from "#components/webinars/open-instead";
import { RegistrationPlace } from "#components/webinars/registration-place";
import { SessionColumns } from "#components/webinars/session-columns";
import { WebinarCard } from "#components/webinars/webinar-card";
import { WebinarFacts } from "#components/webinars/webinar-facts";
import { WebinarHeader } from "#components/webinars/webinar-header";
import { webinarJsonLd } from "#components/webinars/webinar-json-ld";
import { issueFormToken } from "#lib/abuse/form-token";
import { pageMetadata } from "#lib/edge/metadata";
import { inContext } from "#lib/glossary/context/rules";
import { listTerms } from "#lib/glossary/queries";
import { listChanges } from "#lib/items/changes";
import { findPartnerLink } from "#lib/partner-links/queries";
import { PARTNER_LINK } from "#lib/partner-links/rules";
import { partnerQuery } from "#lib/partner-links/schema";
import { now } from "#lib/platform/clock";
import { formatShortDay } from "#lib/platform/dates";
import { env } from "#lib/platform/env";
import { parseMarkdown } from "#lib/platform/markdown";
import { paths } from "#lib/platform/paths";
import { listAnsweredQuestions } from "#lib/questions/queries";
import { synonyms } from "#lib/search/understanding";
import { followingWebinar, webinarsOfTheme } from "#lib/ties/queries";
import { withReferences } from "#lib/ties/references/queries";
import { findWebinar, latestReplay, otherWebinars } from "#lib/webinars/queries";
import { replayQuery } from "#lib/webinars/replay/schema";
import { openInstead, registrationState, webinarState } from "#lib/webinars/rules";
import { readTranscript } from "#lib/webinars/transcript/queries";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const FOLLOWING = {
  theme: "La prochaine séance sur ce thème",
  need: "La prochaine séance sur ce besoin",
  date: "La prochaine séance",
};

const load = cache((slug: string) => findWebinar(slug, now()));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const webinar = await load((await params).slug);
  if (!webinar) return {};
  const metadata = pageMetadata({
    title: `${webinar.title}, webinaire du ${formatShortDay(webinar.startsAt)}`,
    pictured: webinar.title,
    description: webinar.summary,
    path: paths.webinar(webinar.slug),
  });
  return webinar.linkOnly ? { ...metadata, robots: { index: false, follow: true } } : metadata;
}

export default async function WebinarPage({ params, searchParams }: Props) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const webinar = await load(slug);
  if (!webinar) notFound();
  const at = now();
  const { SITE_URL } = env();
  const query = replayQuery.parse(search);
  const state = registrationState(webinar, at);
  const canAsk = state === "open" || state === "full";
  const isOver = state === "closed" && webinarState(webinar, at) === "past";
  const following = canAsk ? null : await followingWebinar(webinar, at);
  const { slug: cycle } = webinar.cycle;
  const others = canAsk ? await otherWebinars(webinar, at, state === "full" ? undefined : cycle) : [];
  const instead = state === "full" ? openInstead(others, webinar, at) : [];
  const replay = state === "full" && webinar.need ? await latestReplay(webinar.need.slug, at) : null;
  const questions = isOver ? await listAnsweredQuestions(webinar.id) : [];
  const told = {
    lead: plainTree(webinar.summary),
    body: parseMarkdown(webinar.body),
    ...Object.fromEntries(questions.map(({ id, answer }) => [id, parseMarkdown(answer)])),
  };
  const { texts, met } = inContext(await listTerms(at), await withReferences(told, at));
  const vocabulary = query.words ? { synonyms: await synonyms() } : {};
  return (
    <NeedTone position={webinar.need?.position}>
      <JsonLd data={webinarJsonLd(webinar, SITE_URL, at)} />
      <Breadcrumb
        trail={[{ label: "Les webinaires", href: paths.webinars() }]}
        current={webinar.title}
        siteUrl={SITE_URL}
      />
      <WebinarHeader webinar={webinar} lead={<InlineTree tree={texts.lead} />} at={at} />
      <Container>
        <SessionColumns
          facts={
            <>
              <WebinarFacts webinar={webinar} at={at} />
              {!webinar.linkOnly && <DossierLink pages={[paths.webinar(webinar.slug)]} />}
            </>
          }
          form={
            !isOver && (
              <RegistrationPlace webinar={webinar} at={at}>
                <WebinarRegistration
                  webinar={webinar}
                  others={others.filter((other) => other.cycle.slug === cycle)}
                  partnerLink={
                    canAsk ? await findPartnerLink(webinar.id, partnerQuery.parse(search)[PARTNER_LINK]) : null
                  }
                  action={registerForWebinar}
                  formToken={issueFormToken(at)}
                  at={at}
                />
              </RegistrationPlace>
            )
          }
        >
          <Prose markdown={texts.body} />
          {canAsk && <HowItWorks full={state === "full"} />}
          {isOver && (
            <AfterWebinar
              webinar={webinar}
              asked={query}
              transcript={webinar.transcript ? readTranscript(webinar.transcript, query.words, vocabulary) : null}
            >
              <AnsweredQuestions questions={questions} texts={texts} />
            </AfterWebinar>
          )}
          <OpenInstead webinars={instead} replay={replay} at={at} />
          {following && following.webinar.slug !== slug && (
            <Section title={FOLLOWING[following.because]}>
              <CardGrid columns={2}>
                <WebinarCard webinar={following.webinar} at={at} detailed />
              </CardGrid>
            </Section>
          )}
          <CitingWebinars webinars={await webinarsOfTheme(webinar, at)} title="Le même thème, une autre année" />
          <TermNotes terms={met} />
        </SessionColumns>
        <SourceNote source={webinar.source} confidence={webinar.confidence} />
        <Changes changes={await listChanges("webinar", slug)} />
      </Container>
    </NeedTone>
  );
}
