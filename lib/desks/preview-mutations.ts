import type { Editor } from "#lib/auth/editor";
import { deskOf } from "#lib/desks/desks";
import { missingToPublish } from "#lib/desks/missing";
import { saveOf } from "#lib/desks/mutations";
import { writtenOf } from "#lib/desks/written";
import { proposedSlug } from "#lib/edit-forms/fields";
import type { Shortcoming } from "#lib/edit-forms/schema";
import { cardOf, type EditorialNoun } from "#lib/nouns/cards";
import { within } from "#lib/observation/rehearsal";
import { db } from "#lib/platform/db";
import { changePublication } from "#lib/publication/mutations";
import { findLatestRevision } from "#lib/revisions/queries";

type Preview<Page> = { kind: "page"; page: Page } | { kind: "missing"; title: string; missing: Shortcoming[] };

/** An address that no item has, for a draft that has none yet. */
const drawnSlug = (title: string, id: string) => `${proposedSlug(title)}-${id.slice(-12)}`;

const OVER = new Error("This rehearsal is over.");

/** What some work gives, of which the database keeps nothing: all that it calls reads what it wrote. */
async function rehearse<T>(work: () => Promise<T>): Promise<T> {
  const given: T[] = [];
  await db
    .$transaction(async (tx) => {
      given.push(await within(tx, work));
      throw OVER;
    })
    .catch((error: unknown) => {
      if (error !== OVER) throw error;
    });
  return given[0] as T;
}

/**
 * The public page of what is being written: it is published in a transaction that never commits, in which the page reads.
 * @param draw the page, read whole before it answers
 * @returns null when there is no such item
 */
export async function preview<Page>(
  editor: Editor,
  noun: EditorialNoun,
  id: string,
  at: Date,
  draw: (slug: string) => Promise<Page>,
): Promise<Preview<Page> | null> {
  const { find, schema } = deskOf(noun);
  const [row, latest] = await Promise.all([find(editor, id), findLatestRevision(editor, noun, id)]);
  const { fields, kept, values, version, copy } = await writtenOf(editor, noun, row, latest);
  if (!row && !copy) return null;
  const typed = { ...values, ...kept };
  const title =
    copy?.title ??
    cardOf(noun)
      .title.map((name) => String(typed[name] ?? ""))
      .join(" ");
  const missing = await missingToPublish(noun, fields, typed);
  if (missing.length) return { kind: "missing", title, missing };
  const slug = String(typed.slug || row?.slug || drawnSlug(title, id));
  const input = await schema.parseAsync({ ...typed, slug, id, version: String(version) });
  const edition = { values: typed, title, pen: null, auto: false, stored: null };
  return rehearse(async () => {
    const saved = await saveOf(noun)(editor, input, at, edition);
    if (!saved.ok) return null;
    await changePublication(editor, noun, id, { kind: "publish" }, at);
    return { kind: "page" as const, page: await draw(slug) };
  });
}
