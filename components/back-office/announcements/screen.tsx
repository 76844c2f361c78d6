import type { ComponentProps } from "react";
import { AnnouncementForm } from "#components/back-office/announcements/form";
import { Screen } from "#components/back-office/screen";
import { WebinarTabs } from "#components/back-office/webinars/tabs";
import { formatDay, formatHours } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

type Props = {
  webinar: { id: string; title: string; startsAt: Date; durationMinutes: number };
  form: ComponentProps<typeof AnnouncementForm>;
};

export function AnnouncementScreen({ webinar: { id, title, startsAt, durationMinutes }, form }: Props) {
  return (
    <Screen
      title="Écrire aux inscrits"
      parent={{ label: `Messages : ${title}`, href: paths.adminWebinar(id, "messages") }}
    >
      <WebinarTabs id={id} current="messages" />
      <p>
        {french(title)}, {formatDay(startsAt)}, {formatHours(startsAt, durationMinutes)}. Rien ne part avant que vous
        ayez vu le message et le nombre de personnes.
      </p>
      <AnnouncementForm {...form} />
    </Screen>
  );
}
