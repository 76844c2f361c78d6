import { Section } from "#components/ui/section";
import { WebinarLine } from "#components/webinars/webinar-line";
import { yearInParis } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { isComing, isForecast, webinarState } from "#lib/webinars/rules";
import type { WebinarSummary } from "#lib/webinars/schema";

/** Most of a year; a year that is asked for shows all of its sessions. */
const SHOWN = 9;

type ListProps = { title: string; webinars: readonly WebinarSummary[]; at: Date; whole: boolean };

function Sessions({ title, webinars, at, whole }: ListProps) {
  if (webinars.length === 0) return null;
  const shown = whole ? webinars : webinars.slice(0, SHOWN);
  const [hidden] = webinars.slice(shown.length);
  const year = hidden && yearInParis(hidden.startsAt);
  const announced = shown.every((webinar) => isForecast(webinar) && isComing(webinar, at));
  return (
    <Section
      title={title}
      lead={announced ? "Programme prévisionnel : les dates et les sujets peuvent encore changer." : undefined}
      {...(year && { more: { label: `Toutes les séances de ${year}`, href: paths.webinars(year) } })}
    >
      <ol className="year">
        {shown.map((webinar) => (
          <WebinarLine key={webinar.slug} webinar={webinar} at={at} announced={announced} />
        ))}
      </ol>
    </Section>
  );
}

type Props = {
  webinars: readonly WebinarSummary[];
  year: number | null;
  at: Date;
};

/** What comes, then what is past, which stays. */
export function WebinarProgramme({ webinars, year, at }: Props) {
  const isPast = (webinar: WebinarSummary) => webinarState(webinar, at) === "past";
  return (
    <>
      <Sessions
        title={year === null ? "Ensuite" : `À venir en ${year}`}
        webinars={webinars.filter((webinar) => !isPast(webinar))}
        at={at}
        whole={year !== null}
      />
      <Sessions
        title={year === null ? "Séances passées de l’année" : `Séances passées de ${year}`}
        webinars={webinars.filter(isPast)}
        at={at}
        whole={year !== null}
      />
    </>
  );
}
