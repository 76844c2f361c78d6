import type { ReviewRegistrant, ReviewRow } from "#components/back-office/attendance/doubt";
import { AttendanceReviewForm } from "#components/back-office/attendance/review-form";
import { Screen } from "#components/back-office/screen";
import { WebinarTabs } from "#components/back-office/webinars/tabs";
import { ActionButton } from "#components/forms/action-button";
import type { FormAction } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";
import { counted, quoted } from "#lib/platform/text";

type Props = {
  webinar: { id: string; title: string };
  report: { id: string; fileName: string; rows: readonly ReviewRow[]; registrants: readonly ReviewRegistrant[] };
  apply: FormAction;
  discard: FormAction;
};

export function AttendanceReviewScreen({ webinar, report, apply, discard }: Props) {
  const values = { webinarId: webinar.id, importId: report.id };
  return (
    <Screen
      title={`Vérifier le relevé ${quoted(report.fileName)}`}
      parent={{ label: `Présence : ${webinar.title}`, href: paths.adminWebinar(webinar.id, "presence") }}
    >
      <WebinarTabs id={webinar.id} current="presence" />
      <p className="max-w-prose">
        {counted(report.rows.length, "personne trouvée", "personnes trouvées")} dans ce relevé. Rien n’est enregistré
        tant que vous n’avez pas confirmé, en bas de cette page. Les durées sont celles de la séance au plus.
      </p>
      <AttendanceReviewForm action={apply} values={values} rows={report.rows} registrants={report.registrants} />
      <ActionButton
        action={discard}
        values={values}
        label="Effacer ce relevé"
        look="danger"
        folded={{ summary: "Abandonner" }}
      >
        <p>Le relevé est effacé sans que personne ne soit marqué. Vous pourrez le déposer de nouveau.</p>
      </ActionButton>
    </Screen>
  );
}
