import type { EditField } from "#lib/edit-forms/schema";
import type { FormValues } from "#lib/forms/state";
import { changedNames } from "#lib/revisions/rules";

/** What stays with the team: at which address, in which rank and in which centres an item stands. */
const OF_THE_TEAM: readonly string[] = ["slug", "position", "centreIds", "firstForCentreIds"];

/** The fields that a partner is given. */
export const ownFields = (fields: readonly EditField[]): EditField[] =>
  fields.filter(({ name }) => !OF_THE_TEAM.includes(name));

/** Whether what was posted says something else of what stays with the team. @param kept what is written of the item */
export const touchesTheTeam = (posted: FormValues, kept: FormValues): boolean =>
  changedNames(posted, kept).some((name) => OF_THE_TEAM.includes(name) && name in posted);
