import { isDeepStrictEqual } from "node:util";
import type { Editor } from "#lib/auth/editor";
import { type Saved, save } from "#lib/editorial/mutations";
import { visibleAt } from "#lib/editorial/rules";
import type { Transaction } from "#lib/platform/db";
import { prepareQueue } from "#lib/platform/queue";
import { findEditedWebinar } from "#lib/webinars/queries";
import { concernsCalendars, isMoved, termsOf } from "#lib/webinars/rules";
import type { SessionChange, WebinarEdit } from "#lib/webinars/schema";

/** What else happens in the transaction that changes what registrants go by. */
export type FollowChange = (tx: Transaction, webinarId: string, change: SessionChange) => Promise<void>;

/** What calendars and the page of the session must learn. */
async function note(tx: Transaction, id: string, change: SessionChange, at: Date): Promise<void> {
  if (concernsCalendars(change)) await tx.webinar.update({ where: { id }, data: { sequence: { increment: 1 } } });
  if (!isMoved(change, at)) return;
  // Nobody saw the former date of a session that was not public.
  const data = { previousStartsAt: change.before.startsAt };
  await tx.webinar.updateMany({ where: { id, ...visibleAt(at) }, data });
}

/**
 * Creates or saves a webinar. A capacity lowered under the seats already taken evicts nobody: the session is full.
 * @param at instant of the save, of the cancellation and of the publication of the replay when it is one
 * @param follow tells registrants of another date, length, capacity or status, in the transaction of the save
 */
export async function saveWebinar(editor: Editor, input: WebinarEdit, at: Date, follow?: FollowChange): Promise<Saved> {
  if (follow) await prepareQueue();
  return save(editor, input, at, {
    noun: "webinar",
    find: findEditedWebinar,
    table: (tx) => tx.webinar,
    toRow: ({ cancelled, replayPublished, documents: _documents, ...row }, before) => ({
      ...row,
      ...(cancelled !== (before?.cancelled ?? false) && { cancelledAt: cancelled ? at : null }),
      ...(replayPublished !== (before?.replayPublished ?? false) && { replayPublishedAt: replayPublished ? at : null }),
    }),
    relate: async (tx, webinarId, typed, before) => {
      await tx.webinarDocument.deleteMany({ where: { webinarId } });
      const documents = typed.documents.map((link, position) => ({ ...link, webinarId, position }));
      await tx.webinarDocument.createMany({ data: documents });
      if (!before) return;
      const change = { before: termsOf(before), after: termsOf(typed) };
      if (isDeepStrictEqual(change.before, change.after)) return;
      await note(tx, webinarId, change, at);
      await follow?.(tx, webinarId, change);
    },
  });
}
