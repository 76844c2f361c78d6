import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import TextPage from "#app/(site)/[page]/page";
import NeedPage from "#app/(site)/besoins/[slug]/page";
import CentrePage from "#app/(site)/centres/[slug]/page";
import CentresPage from "#app/(site)/centres/page";
import GlossaryPage from "#app/(site)/glossaire/page";
import ObservatoryPage from "#app/(site)/observatoire/page";
import HomePage from "#app/(site)/page";
import ResourcePage from "#app/(site)/ressources/[slug]/page";
import WebinarPage from "#app/(site)/webinaires/[slug]/page";
import WebinarsPage from "#app/(site)/webinaires/page";
import { seedContent } from "#lib/content/seed";
import { now } from "#lib/platform/clock";
import { readYaml } from "#lib/platform/content-files";
import { db } from "#lib/platform/db";
import { PROJECT_ROOT } from "#lib/platform/root";

const searchParams = Promise.resolve({});

/** The page of an address, as the portal draws it. */
async function pageAt(address: string): Promise<string> {
  const [section = "", slug = ""] = address.split("/").slice(1);
  const params = Promise.resolve({ slug, page: section });
  const pages: Record<string, () => Promise<ReactNode>> = {
    "": HomePage,
    besoins: () => NeedPage({ params, searchParams }),
    centres: () => (slug ? CentrePage({ params }) : CentresPage({ searchParams })),
    glossaire: GlossaryPage,
    observatoire: ObservatoryPage,
    ressources: () => ResourcePage({ params }),
    webinaires: () => (slug ? WebinarPage({ params, searchParams }) : WebinarsPage({ searchParams })),
  };
  const draw = pages[section] ?? (() => TextPage({ params }));
  return renderToStaticMarkup(await draw());
}

const plain = (text: string) =>
  ` ${text
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("\u200B", "")
    .replace(/&[#\w]+;/g, " ")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

const says = (page: string, words: string) => words.split("|").every((part) => page.includes(plain(part)));

const table = z.array(z.strictObject({ row: z.int(), page: z.string(), words: z.string() }));
let rows: z.output<typeof table>;

beforeAll(async () => {
  rows = await readYaml(`${PROJECT_ROOT}tests/integration/content/founding-document.yaml`, table);
});
beforeEach(() => seedContent(now()));

/** The rows whose words do not stand where they must. */
async function missingFrom(asked: typeof rows): Promise<string[]> {
  const pages = new Map<string, string>();
  for (const { page } of asked) if (!pages.has(page)) pages.set(page, plain(await pageAt(page)));
  return asked.filter(({ page, words }) => !says(pages.get(page) ?? "", words)).map((row) => JSON.stringify(row));
}

test("every fact of the founding document stands on its page", { timeout: 60_000 }, async () => {
  expect(rows.length).toBe(181);
  expect(await missingFrom(rows)).toEqual([]);
});

test("a fact that is on no page is told, and so is one that a page loses", async () => {
  const absent = { row: 0, page: "/glossaire", words: "signal fort" };
  const signal = rows.filter(({ page, words }) => page === "/glossaire" && words.startsWith("Indice discret"));
  expect(await missingFrom([absent, ...signal])).toEqual([JSON.stringify(absent)]);
  await db.term.updateMany({ where: { slug: "signal-faible" }, data: { definition: "Autre chose." } });
  expect(await missingFrom(signal)).toHaveLength(1);
});
