import type { Editor } from "#lib/auth/editor";
import { type Saved, save } from "#lib/editorial/mutations";
import { findEditedWebinar } from "#lib/webinars/queries";
import type { WebinarEdit } from "#lib/webinars/schema";

type Typed = Omit<WebinarEdit, "id" | "version">;

/** What calendars must learn: RFC 5546 §2.1.4 has SEQUENCE grow when the date, the length or the status changes. */
const concernsCalendars = (typed: Typed, before: Typed): boolean =>
  typed.startsAt.getTime() !== before.startsAt.getTime() ||
  typed.durationMinutes !== before.durationMinutes ||
  typed.cancelled !== before.cancelled;

/**
 * Creates or saves a webinar. A capacity lowered under the seats already taken evicts nobody: the session is full.
 * @param at instant of the save, and of the cancellation when it is one
 */
export const saveWebinar = (editor: Editor, input: WebinarEdit, at: Date): Promise<Saved> =>
  save(editor, input, at, {
    noun: "webinar",
    find: findEditedWebinar,
    table: (tx) => tx.webinar,
    toRow: ({ cancelled, ...row }, before) => ({
      ...row,
      ...(cancelled !== (before?.cancelled ?? false) && { cancelledAt: cancelled ? at : null }),
    }),
    relate: async (tx, id, typed, before) => {
      if (!before || !concernsCalendars(typed, before)) return;
      await tx.webinar.update({ where: { id }, data: { sequence: { increment: 1 } } });
    },
  });
