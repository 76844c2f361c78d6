import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import ResourcePage from "#app/(site)/ressources/[slug]/page";
import { seedContent } from "#lib/content/seed";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";

const pageOf = async (slug: string) => renderToStaticMarkup(await ResourcePage({ params: Promise.resolve({ slug }) }));

test("the seven action sheets and the self-assessment are read on their page, with no form and nothing to look for", async () => {
  await seedContent(now());
  const sheets = await db.resource.findMany({ where: { type: { in: ["sheet", "self_assessment"] } } });
  expect(sheets.map(({ type }) => type).toSorted()).toEqual([
    ...Array(1).fill("self_assessment"),
    ...Array(7).fill("sheet"),
  ]);
  for (const { slug } of sheets) {
    const page = await pageOf(slug);
    expect(page).not.toMatch(/À retrouver|<form|<input|<script src/);
    expect(page).toMatch(/<table|☐/);
  }
  expect(await pageOf("note-think-tanks")).toContain("À retrouver");
});
