import { DoneNotice } from "#components/back-office/done-notice";
import { control, FilterSelect } from "#components/back-office/filter-select";
import { NewsletterFile } from "#components/back-office/roster/people/newsletter";
import { SeatTag } from "#components/back-office/roster/people/seat-tag";
import { Screen } from "#components/back-office/screen";
import { Button } from "#components/ui/button";
import { Pagination } from "#components/ui/pagination";
import { Tag } from "#components/ui/tag";
import { formatShortDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, french, isolated } from "#lib/platform/text";
import { NAMELESS, notedWords, personStateLabels } from "#lib/roster/people/labels";
import type { ListedPerson, PeopleQuery } from "#lib/roster/people/schema";

type Filter = Pick<PeopleQuery, "q" | "etat">;

function Seat({ seat, at }: { seat: NonNullable<ListedPerson["seat"]>; at: Date }) {
  const noted = notedWords(seat, seat.startsAt <= at);
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      {formatShortDay(seat.startsAt)}, {french(seat.title)} <SeatTag seat={seat} />
      {noted && <Tag>{noted}</Tag>}
    </p>
  );
}

/** A person in a list: who they are, and where they stand. */
export function PersonLine({ person, at }: { person: ListedPerson; at: Date }) {
  const { id, email, firstName, lastName, organisation, sessions, refused, seat } = person;
  return (
    <li className="wrap-anywhere grid gap-x-6 border-line border-t py-3 first:border-t-0 md:grid-cols-2">
      <div className="min-w-0">
        <a href={paths.adminEdit("personnes", id)} className="inline-flex min-h-11 items-center font-semibold">
          <bdi>{lastName === null ? NAMELESS : `${firstName} ${lastName}`}</bdi>
        </a>
        <p>
          {[email, organisation]
            .filter((word) => word !== null)
            .map((word) => isolated(word))
            .join(" · ")}
        </p>
      </div>
      <div className="min-w-0 md:pt-2">
        {seat && <Seat seat={seat} at={at} />}
        <p className="flex flex-wrap items-center gap-x-2 text-muted text-sm">
          {counted(sessions, "séance", "séances")}
          {refused && <Tag look="doubt">Dernier message refusé</Tag>}
        </p>
      </div>
    </li>
  );
}

function PeopleFilters({ q, etat }: Filter) {
  return (
    <search>
      <form action={paths.adminList("personnes")} className="flex flex-wrap items-end gap-4">
        <div className="min-w-0 grow basis-56">
          <label htmlFor="q" className="mb-1 block font-semibold">
            Nom, adresse ou organisation
          </label>
          <input id="q" name="q" type="search" maxLength={200} defaultValue={q} className={control} />
        </div>
        <FilterSelect
          name="etat"
          label="État"
          chosen={etat}
          all="Toutes les personnes"
          options={Object.entries(personStateLabels)}
        />
        <Button look="secondary">Filtrer</Button>
      </form>
    </search>
  );
}

type Props = {
  list: { items: readonly ListedPerson[]; total: number; page: number; pageCount: number };
  filter: Filter;
  done: string | string[] | undefined;
  at: Date;
};

export function PeopleScreen({ list: { items, total, page, pageCount }, filter, done, at }: Props) {
  const asked = filter.q !== "" || filter.etat !== undefined;
  return (
    <Screen title="Personnes">
      <DoneNotice done={done} />
      <PeopleFilters {...filter} />
      <NewsletterFile />
      <p className="text-muted">{counted(total, "personne", "personnes")}</p>
      {items.length === 0 ? (
        <p>
          {asked
            ? "Personne ne répond à cette recherche. Quelques lettres du nom, de l’adresse ou de l’organisation suffisent, dans n’importe quel ordre."
            : "Personne n’est encore connu du portail\u00A0: la première inscription arrivera ici."}
        </p>
      ) : (
        <ul className="rounded-card border border-line bg-surface px-4 sm:px-6">
          {items.map((person) => (
            <PersonLine key={person.id} person={person} at={at} />
          ))}
        </ul>
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        label="Pages des personnes"
        hrefOf={(target) => paths.adminList("personnes", { ...filter, page: target })}
      />
    </Screen>
  );
}
