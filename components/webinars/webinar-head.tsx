import { NextWebinar } from "#components/webinars/next-webinar";
import { WebinarYears } from "#components/webinars/webinar-years";
import type { WebinarSummary } from "#lib/webinars/schema";

type Props = { next: WebinarSummary | null; years: readonly number[]; year: number; at: Date };

/** What comes next, whatever the year in sight, and the way to the other years. @param at the present instant */
export function WebinarHead({ next, years, year, at }: Props) {
  return (
    <div className="grid items-start gap-8 pt-8 lg:grid-cols-[3fr_2fr]">
      {next && <NextWebinar webinar={next} at={at} />}
      <WebinarYears years={years} current={year} />
    </div>
  );
}
