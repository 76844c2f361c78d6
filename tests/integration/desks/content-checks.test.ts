import { expect, test } from "vitest";
import { seedContent } from "#lib/content/seed";
import { findingsOf } from "#lib/desks/checks";
import { deskOf } from "#lib/desks/desks";
import { fieldValues } from "#lib/edit-forms/fields";
import { publicItems } from "#lib/items/sql";
import { EDITORIAL_NOUNS, type EditorialNoun } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { AT } from "#tests/support/clock";
import { makeEditor } from "#tests/support/factories";

test("nothing that the portal opens with is to be looked at again", async () => {
  await seedContent(AT);
  const editor = await makeEditor();
  const items = await db.$queryRaw<{ noun: EditorialNoun; id: string; slug: string }[]>`
    SELECT "noun", "id", "slug" FROM ${publicItems} ORDER BY "noun", "slug"`;
  // A noun that is new has no contents yet.
  expect(items.length).toBeGreaterThan(100);
  const fields = new Map(
    await Promise.all(EDITORIAL_NOUNS.map(async (noun) => [noun, await deskOf(noun).fields(editor)] as const)),
  );
  const found: string[] = [];
  for (const { noun, id, slug } of items) {
    const row = await deskOf(noun).find(editor, id);
    const own = fields.get(noun) ?? [];
    const findings = await findingsOf(editor, own, fieldValues(own, row ? deskOf(noun).values(row) : {}), AT);
    found.push(...findings.map(({ field, line, message }) => `${noun} ${slug} ${field} ${line}: ${message}`));
  }
  expect(found).toEqual([]);
});
