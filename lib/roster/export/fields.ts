import type { FormField } from "#lib/form-fields/schema";
import { profileLabels } from "#lib/profiles/labels";
import { registrantColumnLabels } from "#lib/roster/export/labels";
import type { RegistrantColumn } from "#lib/roster/export/schema";
import { registrationOriginLabels } from "#lib/roster/labels";
import type { Registrant } from "#lib/roster/schema";
import { registrationStatusLabels } from "#lib/seats/labels";
import type { Cell, Column } from "#lib/tables/schema";

const kinds: Partial<Record<RegistrantColumn, NonNullable<Column["holds"]>>> = {
  createdAt: "moment",
  cancelledAt: "moment",
  minutes: "number",
};

type Read = (person: Registrant) => Cell;

/** What stands in each column of a file of registrants. */
const registrantCells: Record<Exclude<RegistrantColumn, "formAnswers">, Read> = {
  status: ({ status }) => registrationStatusLabels[status],
  firstName: ({ firstName }) => firstName,
  lastName: ({ lastName }) => lastName,
  email: ({ email }) => email,
  profile: ({ profile }) => profileLabels[profile],
  organisation: ({ organisation }) => organisation,
  territory: ({ territory }) => territory,
  questions: ({ questions }) => questions.join("\n"),
  accessNeeds: ({ accessNeeds }) => accessNeeds,
  newsletter: ({ newsletterAt }) => (newsletterAt ? "Oui" : "Non"),
  newsletterNotice: ({ newsletterNotice }) => newsletterNotice,
  origin: ({ origin }) => registrationOriginLabels[origin],
  partner: ({ partner }) => partner,
  createdAt: ({ createdAt }) => createdAt,
  cancelledAt: ({ cancelledAt }) => cancelledAt,
  presence: ({ presentAt, attendanceComplete }) => (presentAt ? "Oui" : attendanceComplete ? "Non" : "Non relevée"),
  minutes: ({ presentMinutes }) => presentMinutes,
};

/** The columns of a file: the answers to the form have one for each of its fields. */
export const columnsOfFile = (
  chosen: readonly RegistrantColumn[],
  fields: readonly Pick<FormField, "id" | "label">[],
): (Column & { cell: Read })[] =>
  chosen.flatMap<Column & { cell: Read }>((column) =>
    column === "formAnswers"
      ? fields.map(({ id, label }) => ({ label, cell: ({ formAnswers }: Registrant) => formAnswers?.[id] ?? null }))
      : [{ label: registrantColumnLabels[column], holds: kinds[column] ?? "text", cell: registrantCells[column] }],
  );
