import type { ReactNode } from "react";
import { Screen } from "#components/back-office/screen";
import { WebinarTabs } from "#components/back-office/webinars/tabs";
import { Notice } from "#components/ui/notice";
import { formatDay, formatHours } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";

type Props = {
  title: string;
  webinar: { id: string; title: string; startsAt: Date; durationMinutes: number };
  closed: string | null;
  children: ReactNode;
};

export function RegistrantsAddScreen({
  title,
  webinar: { id, title: subject, startsAt, durationMinutes },
  closed,
  children,
}: Props) {
  return (
    <Screen title={title} parent={{ label: `Inscrits : ${subject}`, href: paths.adminWebinar(id, "inscrits") }}>
      <WebinarTabs id={id} current="inscrits" />
      <p>
        <span className="inline-block first-letter:uppercase">{formatDay(startsAt)}</span>,{" "}
        {formatHours(startsAt, durationMinutes)}. Chaque personne reçoit le même message que si elle s’était inscrite
        elle-même{"\u202F"}; sans place libre, elle rejoint la liste d’attente.
      </p>
      <div className="max-w-3xl">{closed ? <Notice look="warning" title={closed} /> : children}</div>
    </Screen>
  );
}
