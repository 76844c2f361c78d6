import { stateOf } from "#components/webinars/webinar-tags";
import { WebinarTime } from "#components/webinars/webinar-time";
import { SITE_NAME } from "#lib/platform/site-name";
import { french } from "#lib/platform/text";
import { isForecast } from "#lib/webinars/rules";
import type { WebinarSummary } from "#lib/webinars/schema";

type Props = {
  /** Null when the next one is not settled. */
  webinar: WebinarSummary | null;
  at: Date;
  href: string;
};

const button =
  "mt-auto inline-flex min-h-11 items-center rounded-full bg-brand px-5 font-semibold text-on-brand no-underline hover:bg-brand-strong";

/** The next session in the page of a partner, which its link leaves: a frame shows no other page of ours. */
export function WebinarEmbed({ webinar, at, href }: Props) {
  const forecast = webinar && isForecast(webinar);
  return (
    <main className="flex min-h-dvh flex-col items-start gap-2 border-2 border-brand bg-surface p-4 leading-snug">
      <p className="font-semibold text-accent text-sm">
        {forecast ? "Webinaire annoncé, à confirmer" : "Prochain webinaire, gratuit"}
      </p>
      <h1 className="text-xl">{webinar ? french(webinar.title) : "La prochaine séance n’est pas encore fixée"}</h1>
      {webinar && (
        <>
          <p className="font-semibold first-letter:uppercase">
            <WebinarTime webinar={webinar} /> (heure{"\u00A0"}de{"\u00A0"}Paris)
          </p>
          <p>{stateOf(webinar, at)}</p>
        </>
      )}
      <a href={href} target="_top" className={button}>
        {webinar ? "Voir et s’inscrire" : "Voir le programme"}
      </a>
      <p className="text-muted text-sm">{SITE_NAME}</p>
    </main>
  );
}
