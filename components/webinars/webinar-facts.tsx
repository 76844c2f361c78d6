import { NeedLink } from "#components/needs/need-link";
import { Facts } from "#components/ui/facts";
import { OverseasHours } from "#components/webinars/overseas-hours";
import { WebinarTime } from "#components/webinars/webinar-time";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import { webinarState } from "#lib/webinars/rules";
import type { WebinarDetail } from "#lib/webinars/schema";

function speakersOf({ speakers }: WebinarDetail, isPast: boolean): string {
  if (speakers.length > 0) return french(speakers.join(", "));
  return isPast ? "Aucun nom retrouvé." : "Pas encore annoncés.";
}

export function WebinarFacts({ webinar, at }: { webinar: WebinarDetail; at: Date }) {
  const isPast = webinarState(webinar, at) === "past";
  const canBeNoted = webinarState(webinar, at) === "upcoming" && !webinar.cancelledAt;
  return (
    <Facts
      facts={[
        {
          name: "Quand",
          value: (
            <>
              <WebinarTime webinar={webinar} />, heure de{"\u00A0"}Paris
              {canBeNoted && <OverseasHours webinar={webinar} />}
            </>
          ),
        },
        { name: "Durée", value: counted(webinar.durationMinutes, "minute", "minutes") },
        { name: "Où", value: isPast ? null : "En ligne" },
        { name: "Prix", value: isPast ? null : "Gratuit, sans compte à créer" },
        { name: "Places", value: isPast ? null : (webinar.capacity ?? "Sans limite") },
        { name: "Avec", value: speakersOf(webinar, isPast) },
        { name: "Besoin", value: webinar.need && <NeedLink need={webinar.need} /> },
        {
          name: "Agenda",
          value: canBeNoted ? (
            <a href={paths.webinarCalendar(webinar.slug)} className="inline-flex min-h-8 items-center">
              Ajouter à mon agenda (.ics)
            </a>
          ) : null,
        },
      ]}
    />
  );
}
