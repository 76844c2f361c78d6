import { FilterSelect } from "#components/back-office/filter-select";
import { controlStyle } from "#components/forms/field";
import { Button } from "#components/ui/button";
import { FilterLinks } from "#components/ui/filter-links";
import { paths } from "#lib/platform/paths";
import { profileLabels } from "#lib/profiles/labels";
import type { RegistrantFilter } from "#lib/roster/schema";
import { registrationStatusLabels } from "#lib/seats/labels";
import type { RegistrationStatus } from "#prisma/enums";

const attendanceLabels = { oui: "Présence relevée", non: "Sans présence relevée" } as const;

export const registrantsHref = (id: string, { q, etat, profil, presence }: RegistrantFilter, page?: number): string =>
  paths.adminWebinar(id, "inscrits", { q, etat, profil, presence, page });

const STATES = Object.keys(registrationStatusLabels) as RegistrationStatus[];

export function NameSearch({ q }: { q: string }) {
  return (
    <div className="min-w-0 grow basis-56">
      <label htmlFor="q" className="mb-1 block font-semibold">
        Nom, adresse ou organisation
      </label>
      <input id="q" name="q" type="search" maxLength={200} defaultValue={q} className={controlStyle} />
    </div>
  );
}

export function AttendanceSelect({ presence }: Pick<RegistrantFilter, "presence">) {
  return (
    <FilterSelect
      name="presence"
      label="Présence"
      chosen={presence}
      all="Toutes les personnes"
      options={Object.entries(attendanceLabels)}
    />
  );
}

type Props = { id: string; filter: RegistrantFilter; counts: Partial<Record<RegistrationStatus, number>> };

export function RegistrantsFilters({ id, filter, counts }: Props) {
  const all = { label: "Tous", href: registrantsHref(id, { ...filter, etat: undefined }), current: !filter.etat };
  const one = (etat: RegistrationStatus) => ({
    label: registrationStatusLabels[etat],
    href: registrantsHref(id, { ...filter, etat }),
    current: filter.etat === etat,
    count: counts[etat] ?? 0,
  });
  return (
    <>
      <FilterLinks title="État" options={[all, ...STATES.map(one)]} />
      <search>
        <form action={paths.adminWebinar(id, "inscrits")} className="flex flex-wrap items-end gap-4">
          {filter.etat && <input type="hidden" name="etat" value={filter.etat} />}
          <NameSearch q={filter.q} />
          <FilterSelect
            name="profil"
            label="Profil"
            chosen={filter.profil}
            all="Tous les profils"
            options={Object.entries(profileLabels)}
          />
          <AttendanceSelect presence={filter.presence} />
          <Button look="secondary">Filtrer</Button>
        </form>
      </search>
    </>
  );
}
