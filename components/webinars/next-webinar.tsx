import { LinkButton } from "#components/ui/button";
import { WebinarTags } from "#components/webinars/webinar-tags";
import { WebinarTime } from "#components/webinars/webinar-time";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { isForecast } from "#lib/webinars/rules";
import type { WebinarSummary } from "#lib/webinars/schema";

type Props = { webinar: WebinarSummary; at: Date; kicker?: string };

export function NextWebinar({ webinar, at, kicker = "Prochain webinaire, gratuit" }: Props) {
  const forecast = isForecast(webinar);
  return (
    <section
      aria-labelledby="prochain"
      className="flex flex-col items-start rounded-card border-2 border-brand bg-surface p-6 sm:p-7 [&>:nth-last-child(2)]:mt-4 [&>a]:mt-5"
    >
      <p className="font-semibold text-accent">{forecast ? "Prochain webinaire annoncé, à confirmer" : kicker}</p>
      <h2 id="prochain" className="mt-1 text-2xl">
        {french(webinar.title)}
      </h2>
      <p className="mt-3 mb-2 font-semibold first-letter:uppercase">
        <WebinarTime webinar={webinar} /> (heure{"\u00A0"}de{"\u00A0"}Paris)
      </p>
      {french(webinar.summary)}
      <WebinarTags webinar={webinar} at={at} />
      <LinkButton href={paths.webinar(webinar.slug)}>
        {forecast ? "Voir et s’inscrire pour être tenu au courant" : "Voir et s’inscrire"}
      </LinkButton>
    </section>
  );
}
