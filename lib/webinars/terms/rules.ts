import { ACTS, type WebinarActs } from "#lib/webinars/schema";

export const actsOf = (webinar: WebinarActs): WebinarActs =>
  Object.fromEntries(ACTS.map((name) => [name, webinar[name]])) as WebinarActs;

/** What people only read of a session. */
export const withoutActs = <T extends WebinarActs>(webinar: T): Omit<T, keyof WebinarActs> =>
  Object.fromEntries(Object.entries(webinar).filter(([name]) => !(name in actsOf(webinar)))) as Omit<
    T,
    keyof WebinarActs
  >;

/** @param before null when the session is made @param at the instant of what was ticked or unticked since */
export const actColumns = (
  { cancelled, replayPublished, ...columns }: WebinarActs,
  before: Pick<WebinarActs, "cancelled" | "replayPublished"> | null,
  at: Date,
) => ({
  ...columns,
  ...(cancelled !== (before?.cancelled ?? false) && { cancelledAt: cancelled ? at : null }),
  ...(replayPublished !== (before?.replayPublished ?? false) && { replayPublishedAt: replayPublished ? at : null }),
});
