import { type Partner, viewerOfOwn } from "#lib/auth/editor";
import { deskOf } from "#lib/desks/desks";
import { askReading } from "#lib/desks/readings/mutations";
import { typedIn } from "#lib/edit-forms/fields";
import type { FormValues } from "#lib/forms/state";
import { CARDS, titleOf } from "#lib/nouns/cards";
import { isOwn, openOwn } from "#lib/partners/queries";
import { touchesTheTeam } from "#lib/partners/rules";
import type { OwnEdition, OwnRequest } from "#lib/partners/schema";
import { db } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import { holdItem, type Kept, saveWorkingCopyIn } from "#lib/revisions/mutations";

type Refusal = "not-own" | "of-the-team" | "untitled";
type Saved = Kept | Result<{ version: number }, Refusal>;

/**
 * Keeps what a partner wrote beside the row of an item of their centre, and touches nothing that the public reads.
 * `auto`: the form saved it by itself. `of-the-team`: it would move the item to another centre, address or rank. `stale`: somebody saved other words meanwhile.
 */
export async function saveOwn(
  partner: Partner,
  { noun, id, version, replaces, pen, ...posted }: OwnEdition,
  at: Date,
  { auto = false } = {},
): Promise<Saved> {
  const opened = await openOwn(partner, noun, id);
  if (!opened) return { ok: false, reason: "not-own" };
  const { fields, all } = opened;
  if (touchesTheTeam(posted as FormValues, all.values)) return { ok: false, reason: "of-the-team" };
  const given = new Set(fields.map(({ name }) => name));
  const ofTheTeam = Object.fromEntries(Object.entries(all.values).filter(([name]) => !given.has(name)));
  const values = { ...ofTheTeam, ...typedIn(fields, posted) };
  const title = titleOf(noun, { [CARDS[noun].title[0]]: "", ...values })
    .trim()
    .replace(/\s+/g, " ");
  if (!title) return { ok: false, reason: "untitled" };
  const edition = { values, title, pen, auto, stored: all.stored };
  return db.$transaction(async (tx): Promise<Saved> => {
    await holdItem(tx, { noun, id });
    if (!(await isOwn(tx, partner, { noun, id }))) return { ok: false, reason: "not-own" };
    const item = { noun, id, version: replaces ?? version };
    return saveWorkingCopyIn(tx, partner, item, edition, at, (own, itemId, client) =>
      deskOf(noun).find(viewerOfOwn(own), itemId, client),
    );
  });
}

/** Asks somebody of the team to read, and publish, what is written of an item of a centre. */
export async function askTheTeam(
  partner: Partner,
  request: OwnRequest,
  at: Date,
): Promise<Result<object, "not-own" | "unknown">> {
  const opened = await openOwn(partner, request.noun, request.id);
  return opened ? askReading(partner, request, opened.title, at) : { ok: false, reason: "not-own" };
}
