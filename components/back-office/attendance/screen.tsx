import type { ReactNode } from "react";
import { DoneNotice } from "#components/back-office/done-notice";
import { AttendanceSelect, NameSearch } from "#components/back-office/roster/filters";
import { Panel, Screen } from "#components/back-office/screen";
import { WebinarTabs } from "#components/back-office/webinars/tabs";
import { SuccessNotice } from "#components/forms/success-notice";
import { Button, LinkButton } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { Pagination } from "#components/ui/pagination";
import type { AttendanceCounts } from "#lib/attendance/schema";
import { formatDay, formatHours } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, quoted } from "#lib/platform/text";

type Filter = { q: string; presence?: "oui" | "non" | undefined };
type WebinarRow = { id: string; title: string; startsAt: Date; durationMinutes: number };

type Props = {
  webinar: WebinarRow;
  counts: AttendanceCounts;
  filter: Filter;
  list: { total: number; page: number; pageCount: number };
  pending: { id: string; fileName: string } | null;
  done: string | string[] | undefined;
  /** Of the last report: how many people it showed, how many were added. */
  applied: { present: number; added: number } | null;
  /** The form that brings a report; null before the session. */
  report: ReactNode;
  /** Where the team says that everybody is noted; null before the session. */
  completion: ReactNode;
  children: ReactNode;
};

const PERCENT = new Intl.NumberFormat("fr-FR", { style: "percent", maximumFractionDigits: 0 });

function countWords({ expected, present, absent, complete }: AttendanceCounts, begun: boolean): string {
  const all = counted(expected, "personne attendue", "personnes attendues");
  if (!begun && present === 0) return `${all}.`;
  const share = expected > 0 ? ` (${PERCENT.format(present / expected)})` : "";
  const others = complete
    ? counted(absent, "absente", "absentes")
    : `${counted(absent, "personne", "personnes")} sans présence relevée`;
  return `${counted(present, "personne présente", "personnes présentes")}${share}, ${others}, sur ${all}.`;
}

/** Who is on the list below, and who is counted above without being on it. */
function listWords({ counts: { anonymised }, filter, list }: Pick<Props, "counts" | "filter" | "list">): string {
  const erased =
    anonymised > 0
      ? `${counted(anonymised, "personne a été anonymisée", "personnes ont été anonymisées")}, comme promis à l’inscription\u00A0: leurs noms sont effacés, elles restent dans les nombres ci-dessus.`
      : "";
  if (erased && list.total === 0) return erased;
  const others =
    filter.q === ""
      ? "Les personnes qui ont annulé ou qui attendent une place n’apparaissent que si vous cherchez leur nom."
      : "";
  return [`${counted(list.total, "personne", "personnes")}.`, others, erased].filter(Boolean).join(" ");
}

function Applied({ applied }: Pick<Props, "applied">) {
  if (!applied) return null;
  const seen = counted(applied.present, "personne est marquée présente", "personnes sont marquées présentes");
  const added = counted(applied.added, "ajoutée", "ajoutées");
  return (
    <SuccessNotice title={`Le relevé est appliqué\u00A0: ${seen}${applied.added > 0 ? `, dont ${added}` : ""}.`} />
  );
}

export function AttendanceScreen({ webinar, counts, filter, list, pending, done, applied, ...parts }: Props) {
  const { report, completion, children } = parts;
  const { id, title, startsAt, durationMinutes } = webinar;
  return (
    <Screen
      title={`Présence\u00A0: ${title}`}
      parent={{ label: "Webinaires", href: paths.adminList("webinaires") }}
      tools={
        <LinkButton href={paths.adminSignInSheet(id)} look="secondary">
          Feuille d’émargement
        </LinkButton>
      }
    >
      <WebinarTabs id={id} current="presence" />
      <DoneNotice done={done} />
      <Applied applied={applied} />
      <p>
        <span className="inline-block first-letter:uppercase">
          {formatDay(startsAt)}, {formatHours(startsAt, durationMinutes)}.
        </span>{" "}
        {countWords(counts, report !== null)}
      </p>
      {pending && (
        <Notice look="warning" title="Un relevé attend votre vérification.">
          <a
            href={paths.adminEdit("webinaires", `${id}/presence/${pending.id}`)}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            Reprendre {quoted(pending.fileName)}
          </a>
        </Notice>
      )}
      {report ? (
        <Panel title="Relevé de Zoom ou de Teams">{report}</Panel>
      ) : (
        <Notice title="La séance n’a pas commencé.">
          <p>
            Les personnes qui entrent par leur lien personnel sont marquées présentes. Le relevé de Zoom ou de Teams se
            dépose ici après la séance.
          </p>
        </Notice>
      )}
      {completion}
      <search>
        <form action={paths.adminWebinar(id, "presence")} className="flex flex-wrap items-end gap-4">
          <NameSearch q={filter.q} />
          <AttendanceSelect presence={filter.presence} />
          <Button look="secondary">Filtrer</Button>
        </form>
      </search>
      <p className="max-w-prose text-muted">{listWords({ counts, filter, list })}</p>
      {children}
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        label="Pages des présences"
        hrefOf={(page) => paths.adminWebinar(id, "presence", { ...filter, page })}
      />
    </Screen>
  );
}
