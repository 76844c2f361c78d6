import type { ReactNode } from "react";
import { DoneNotice } from "#components/back-office/done-notice";
import { RegistrantsFilters, registrantsHref } from "#components/back-office/roster/filters";
import { RegistrantsNews } from "#components/back-office/roster/news";
import { ASKED, type PersonActions, RegistrantPerson } from "#components/back-office/roster/person";
import { Screen } from "#components/back-office/screen";
import { WebinarTabs } from "#components/back-office/webinars/tabs";
import { IfMayAct } from "#components/forms/may-act";
import { LinkButton } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { Pagination } from "#components/ui/pagination";
import type { FormField } from "#lib/form-fields/schema";
import { formatDay, formatHours } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted } from "#lib/platform/text";
import type { Registrant, RegistrantFilter } from "#lib/roster/schema";
import type { RegistrationStatus } from "#prisma/enums";

type WebinarRow = { id: string; title: string; startsAt: Date; durationMinutes: number; capacity: number | null };

type Props = {
  webinar: WebinarRow;
  list: { items: readonly Registrant[]; total: number; page: number; pageCount: number };
  counts: Partial<Record<RegistrationStatus, number>>;
  filter: RegistrantFilter;
  /** What the form of the session asked of its own. */
  fields: readonly Pick<FormField, "id" | "label">[];
  actions: PersonActions;
  file: ReactNode;
  timeline: ReactNode;
  search: Record<string, string | string[] | undefined>;
  at: Date;
};

function seatWords({ capacity }: WebinarRow, { confirmed = 0, offered = 0, waiting = 0 }: Props["counts"]): string {
  const seats = capacity === null ? "sans limite de places" : `pour ${counted(capacity, "place", "places")}`;
  const line = waiting > 0 ? `, ${counted(waiting, "personne", "personnes")} en attente` : "";
  return `${counted(confirmed + offered, "inscrit", "inscrits")} ${seats}${line}.`;
}

const askedOf = (search: Props["search"], id: string) => ASKED.find((what) => search[what] === id);

/** Who is registered for a session: those whom its confirmation did not reach first. */
export function RegistrantsScreen({
  webinar,
  list,
  counts,
  filter,
  fields,
  actions,
  file,
  timeline,
  search,
  at,
}: Props) {
  const refused = list.items.filter(({ mailId }) => mailId !== null).length;
  return (
    <Screen
      title={`Inscrits\u00A0: ${webinar.title}`}
      parent={{ label: "Webinaires", href: paths.adminList("webinaires") }}
      tools={
        <IfMayAct>
          <LinkButton href={paths.adminEdit("webinaires", `${webinar.id}/inscrits/ajouter`)}>
            Ajouter une personne
          </LinkButton>
          <LinkButton href={paths.adminEdit("webinaires", `${webinar.id}/inscrits/coller`)} look="secondary">
            Coller une liste
          </LinkButton>
        </IfMayAct>
      }
    >
      <WebinarTabs id={webinar.id} current="inscrits" />
      <DoneNotice done={search.fait} />
      <RegistrantsNews search={search} />
      <p>
        <span className="inline-block first-letter:uppercase">
          {formatDay(webinar.startsAt)}, {formatHours(webinar.startsAt, webinar.durationMinutes)}.
        </span>{" "}
        {seatWords(webinar, counts)}
      </p>
      {refused > 0 && (
        <Notice
          look="danger"
          title={`La confirmation n’est pas arrivée à ${counted(refused, "personne", "personnes")}, en tête de cette liste.`}
        >
          <p>Vérifiez leur adresse, par exemple par téléphone, et corrigez-la, ou renvoyez leur message.</p>
        </Notice>
      )}
      {timeline}
      <RegistrantsFilters id={webinar.id} filter={filter} counts={counts} />
      {file}
      <p className="text-muted">{counted(list.total, "personne", "personnes")}</p>
      {list.items.length === 0 ? (
        <p>
          {Object.keys(counts).length > 0
            ? "Personne ne répond à cette recherche."
            : "Personne n’est encore inscrit. Les inscriptions de la page de la séance arrivent ici, à côté des personnes que vous ajoutez."}
        </p>
      ) : (
        <ul className="rounded-card border border-line bg-surface px-4 sm:px-6">
          {list.items.map((person) => (
            <RegistrantPerson
              key={person.id}
              webinar={webinar}
              person={person}
              fields={fields}
              actions={actions}
              filter={{ ...filter, page: list.page }}
              asked={askedOf(search, person.id)}
              at={at}
            />
          ))}
        </ul>
      )}
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        label="Pages des inscrits"
        hrefOf={(page) => registrantsHref(webinar.id, filter, page)}
      />
    </Screen>
  );
}
