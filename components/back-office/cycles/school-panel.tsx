import { SchoolCalendarForm } from "#components/back-office/cycles/school-calendar";
import { Panel } from "#components/back-office/screen";
import { OutgoingLink } from "#components/ui/outgoing-link";
import type { FormAction } from "#lib/forms/state";
import { quoted } from "#lib/platform/text";

const MINISTRY = "https://www.education.gouv.fr/calendrier-scolaire-100148";
const DATA = "https://data.education.gouv.fr/explore/dataset/fr-en-calendrier-scolaire/";

export function WhereToFind() {
  return (
    <>
      Le ministère le publie sur <OutgoingLink href={MINISTRY}>education.gouv.fr</OutgoingLink>
      {" et sur "}
      <OutgoingLink href={DATA}>data.education.gouv.fr</OutgoingLink>, au format iCalendar.
    </>
  );
}

export function SchoolPanel({ reach, action }: { reach: string | null; action: FormAction }) {
  return (
    <Panel title="Calendrier scolaire" id="calendrier-scolaire">
      <div className="grid gap-4">
        <p>
          {reach
            ? `Les vacances chargées vont ${reach}.`
            : "Aucun calendrier scolaire n’est chargé\u00A0: les vacances ne sont pas vérifiées."}
        </p>
        <p>
          <WhereToFind /> Le fichier {quoted("Zone-A-B-C-Corse.ics")} suffit pour la métropole.
        </p>
        <SchoolCalendarForm action={action} />
      </div>
    </Panel>
  );
}
