import { control, FilterSelect } from "#components/back-office/filter-select";
import { Button } from "#components/ui/button";
import { FilterLinks } from "#components/ui/filter-links";
import { mailKindLabels, mailStatusLabels } from "#lib/mail/labels";
import { formatShortDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import type { MailStatus } from "#prisma/enums";

export type MailSearch = {
  etat?: MailStatus | undefined;
  type?: string | undefined;
  seance?: string | undefined;
  annonce?: string | undefined;
  jour?: string | undefined;
  q: string;
};

type Props = {
  search: MailSearch;
  counts: Partial<Record<MailStatus, number>>;
  webinars: readonly { id: string; title: string; startsAt: Date }[];
};

const STATES = Object.keys(mailStatusLabels) as MailStatus[];

export const mailsHref = ({ etat, type, seance, annonce, jour, q }: MailSearch, page?: number): string =>
  paths.adminEdit("envois", "messages", { etat, type, seance, annonce, jour, q, page });

function States({ search, counts }: Omit<Props, "webinars">) {
  const all = { label: "Tous", href: mailsHref({ ...search, etat: undefined }), current: !search.etat };
  const one = (etat: MailStatus) => ({
    label: mailStatusLabels[etat],
    href: mailsHref({ ...search, etat }),
    current: search.etat === etat,
    count: counts[etat] ?? 0,
  });
  return <FilterLinks title="État" options={[all, ...STATES.map(one)]} />;
}

export function MailFilters({ search, counts, webinars }: Props) {
  const webinarOptions = webinars.map(({ id, title, startsAt }): [string, string] => [
    id,
    `${formatShortDay(startsAt)} – ${french(title)}`,
  ]);
  return (
    <>
      <States search={search} counts={counts} />
      <search>
        <form action={paths.adminEdit("envois", "messages")} className="flex flex-wrap items-end gap-4">
          {search.etat && <input type="hidden" name="etat" value={search.etat} />}
          {search.annonce && <input type="hidden" name="annonce" value={search.annonce} />}
          <div className="min-w-0 grow basis-56">
            <label htmlFor="q" className="mb-1 block font-semibold">
              Adresse
            </label>
            <input id="q" name="q" type="search" maxLength={200} defaultValue={search.q} className={control} />
          </div>
          <FilterSelect
            name="type"
            label="Message"
            chosen={search.type}
            all="Tous les messages"
            options={Object.entries(mailKindLabels)}
          />
          <FilterSelect
            name="seance"
            label="Séance"
            chosen={search.seance}
            all="Toutes les séances"
            options={webinarOptions}
          />
          <div className="min-w-0 grow basis-44 sm:grow-0">
            <label htmlFor="jour" className="mb-1 block font-semibold">
              Jour
            </label>
            <input id="jour" name="jour" type="date" defaultValue={search.jour} className={control} />
          </div>
          <Button look="secondary">Filtrer</Button>
        </form>
      </search>
    </>
  );
}
