import { expect } from "vitest";
import type { Editor } from "#lib/auth/editor";
import { notifyWebinarChange } from "#lib/roster/webinar-change/mutations";
import { actsVersion } from "#lib/webinars/fields";
import { saveWebinar } from "#lib/webinars/mutations";
import { findWebinarForEditor } from "#lib/webinars/queries";
import { ACTS, type WebinarEdit } from "#lib/webinars/schema";
import { type NotifyChange, saveTerms } from "#lib/webinars/terms/mutations";

/** Saves a session as the back office does, some things typed anew: its texts on one screen, its acts on the other. */
export async function editSession(
  editor: Editor,
  id: string,
  typed: Partial<WebinarEdit>,
  at: Date,
  follow: NotifyChange = (tx, webinarId, change) => notifyWebinarChange(tx, webinarId, change, at),
): Promise<void> {
  const stored = (await findWebinarForEditor(editor, id)) ?? expect.fail("this session does not exist");
  const names = Object.keys(typed) as (keyof WebinarEdit)[];
  const isAct = (name: string) => (ACTS as readonly string[]).includes(name);
  if (!names.every(isAct)) {
    const saved = await saveWebinar(editor, { ...stored, ...typed, id }, at);
    expect(saved).toEqual({ ok: true, id });
  }
  if (names.length && !names.some(isAct)) return;
  const version = actsVersion(stored);
  expect(await saveTerms(editor, { ...stored, ...typed, id, version }, at, follow)).toEqual({ ok: true });
}
