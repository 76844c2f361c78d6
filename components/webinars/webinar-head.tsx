import type { ReactNode } from "react";
import { CalendarSubscription } from "#components/webinars/calendar-subscription";
import { NextWebinar } from "#components/webinars/next-webinar";
import { WebinarYears } from "#components/webinars/webinar-years";
import { paths } from "#lib/platform/paths";
import type { WebinarSummary } from "#lib/webinars/schema";

type Props = {
  next: WebinarSummary | null;
  years: readonly number[];
  year: number | null;
  at: Date;
  siteUrl: string;
  /** How other sites announce it. */
  children: ReactNode;
};

export function WebinarHead({ next, years, year, at, siteUrl, children }: Props) {
  return (
    <div className="grid items-start gap-8 pt-8 lg:grid-cols-[3fr_2fr]">
      {next ? <NextWebinar webinar={next} at={at} /> : <p>La prochaine séance n’est pas encore fixée.</p>}
      <div>
        <WebinarYears years={years} current={year} />
        <p className="mt-5">
          Déjà inscrit·e{"\u202F"}? <a href={paths.findRegistrations()}>Recevoir mes liens</a>
        </p>
        <div className="mt-5 max-w-prose">
          <CalendarSubscription siteUrl={siteUrl} />
          {children}
        </div>
      </div>
    </div>
  );
}
