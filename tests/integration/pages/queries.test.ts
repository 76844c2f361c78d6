import { expect, test } from "vitest";
import { findPage, listPages } from "#lib/pages/queries";
import { AT } from "#tests/support/clock";
import { makePage } from "#tests/support/factories";
import { HIDDEN, slugsOf } from "#tests/support/publication";

test("the visible pages stand in the order of the footer", async () => {
  for (const hidden of HIDDEN) await makePage(hidden);
  await makePage({ slug: "deux", position: 2 });
  await makePage({ slug: "un", position: 1, title: "Un", summary: "Une phrase." });
  const pages = await listPages(AT);
  expect(slugsOf(pages)).toEqual(["un", "deux"]);
  expect(pages[0]).toEqual({ slug: "un", title: "Un", summary: "Une phrase.", position: 1 });
});

test("a page is found with its text and its source, unless it is hidden", async () => {
  const page = await makePage({ slug: "methode", body: "## Trois temps" });
  expect(await findPage("methode", AT)).toMatchObject({ body: "## Trois temps", updatedAt: page.updatedAt });
  for (const hidden of HIDDEN) {
    await makePage(hidden);
    expect(await findPage(hidden.slug, AT)).toBeNull();
  }
});
