import { expect, test } from "vitest";
import { linkTargets } from "#lib/items/link-queries";
import { asTargets, readTargets } from "#lib/rich-text/schema";
import { AT, later } from "#tests/support/clock";
import { makeEditor, makeNeed, makePage, makeTerm } from "#tests/support/factories";

test("a link leads to what the public reads, found by its words", async () => {
  await makePage({ slug: "partenaires", title: "Nos partenaires" });
  await makePage({ slug: "demain", title: "Les partenaires de demain", publishedAt: later(1) });
  await makeNeed({ slug: "agir", title: "Trouver des partenaires" });
  await makeTerm({ slug: "alliance", name: "Alliance" });
  const found = await linkTargets(await makeEditor(), "partenaires", AT);
  expect(found).toEqual([
    { title: "Trouver des partenaires", kind: "Besoin", href: "/besoins/agir" },
    { title: "Nos partenaires", kind: "Page", href: "/partenaires" },
  ]);
  for (let rank = 0; rank < 7; rank += 1) await makeTerm({ slug: `${rank}`, name: `Mécénat ${rank}` });
  expect(await linkTargets(await makeEditor(), "mecenat", AT)).toHaveLength(5);
  expect(readTargets(asTargets(found))).toEqual(found);
  expect([readTargets(""), readTargets("[1]")]).toEqual([[], []]);
  expect(await linkTargets(await makeEditor(), "", AT)).toEqual([]);
});
