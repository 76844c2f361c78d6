import { wallClockInParis } from "#lib/platform/dates";
import { profileLabels } from "#lib/profiles/labels";
import type { RegistrantColumn } from "#lib/roster/export/schema";
import { registrationOriginLabels } from "#lib/roster/labels";
import type { Registrant } from "#lib/roster/schema";
import { registrationStatusLabels } from "#lib/seats/labels";

const moment = (instant: Date | null) => (instant ? wallClockInParis(instant).replace("T", " ") : "");

/** What stands in each column of a file of registrants. */
export const registrantCells: Record<RegistrantColumn, (person: Registrant) => string | number | null> = {
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
  createdAt: ({ createdAt }) => moment(createdAt),
  cancelledAt: ({ cancelledAt }) => moment(cancelledAt),
  presence: ({ presentAt, attendanceComplete }) => (presentAt ? "Oui" : attendanceComplete ? "Non" : "Non relevée"),
  minutes: ({ presentMinutes }) => presentMinutes,
};
