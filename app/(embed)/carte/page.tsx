import type { Metadata } from "next";
import { WebinarEmbed } from "#components/webinars/webinar-embed";
import { pageMetadata } from "#lib/edge/metadata";
import { drawn } from "#lib/observation/page";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { nextWebinar } from "#lib/webinars/queries";

/** Shown in the pages of partners: found by the one it leads to, and by no search engine. */
export const generateMetadata = (): Metadata =>
  pageMetadata({
    title: "Le prochain webinaire",
    description: "La date et le sujet du prochain webinaire, pour les sites qui l’annoncent.",
    path: paths.embed(),
    indexed: false,
  });

export default async function EmbedPage() {
  const at = now();
  const next = await nextWebinar(at);
  const href = absolute(env().SITE_URL, next ? paths.webinar(next.slug) : paths.webinars());
  return drawn(<WebinarEmbed webinar={next} at={at} href={href} />);
}
