import { describe, expect, test } from "vitest";
import { actWords } from "#lib/audit/labels";
import { addressKey } from "#lib/crawl/address";
import type { FoundPage } from "#lib/crawl/schema";
import { keepPage } from "#lib/harvest/passage/mutations";
import { decide } from "#lib/harvest/proposals/mutations";
import { listProposals } from "#lib/harvest/proposals/queries";
import { proposalQuery } from "#lib/harvest/proposals/schema";
import { db } from "#lib/platform/db";
import { findResourceForEditor } from "#lib/resources/queries";
import { AT, DAY, later } from "#tests/support/clock";
import { makeCentre, makeEditor, makeResource, unknownId } from "#tests/support/factories";
import { makeSource } from "#tests/support/harvest";
import { expectOrder } from "#tests/support/order";

const found = (more: Partial<FoundPage> = {}): FoundPage => ({
  url: "https://centre.example/guide/",
  title: "Guide des alliances territoriales",
  summary: "Ce que dit le guide.",
  author: "Ana Diaz",
  publishedAt: new Date("2024-05-06T08:00:00Z"),
  modifiedAt: new Date("2024-05-06T08:00:00Z"),
  language: "fr",
  ...more,
});

async function kept(sourceId: string, more: Partial<FoundPage> = {}): Promise<string> {
  const page = found(more);
  await keepPage(sourceId, page, AT);
  return (await db.harvestProposal.findUniqueOrThrow({ where: { key: addressKey(page.url) } })).id;
}

const read = (query: object = {}) => proposalQuery.parse(query);
const statuses = async () =>
  (await db.harvestProposal.findMany({ orderBy: { url: "asc" } })).map(({ status }) => status);

describe("what is accepted", () => {
  test("is a draft with its centre, its link and its source, to be checked, in the journal", async () => {
    const editor = await makeEditor();
    const { id: centreId } = await makeCentre({ audiences: ["company"] });
    const { id: sourceId } = await makeSource("https://centre.example/", centreId);
    const id = await kept(sourceId);
    expect(await decide(editor, [id], "accept", AT)).toBe(1);
    const { resourceId } = await db.harvestProposal.findUniqueOrThrow({ where: { id } });
    expect(await findResourceForEditor(editor, String(resourceId))).toMatchObject({
      slug: "guide-des-alliances-territoriales",
      title: "Guide des alliances territoriales",
      summary: "Ce que dit le guide.",
      body: "",
      type: "guide",
      authors: ["Ana Diaz"],
      year: 2024,
      audiences: ["company"],
      centreIds: [centreId],
      confidence: "to_confirm",
      publishedAt: null,
      links: [{ url: "https://centre.example/guide/" }],
      source: expect.stringContaining("À vérifier"),
    });
    const entries = await db.auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(entries.map(({ action, target }) => [action, target])).toEqual([
      ["resource.create", resourceId],
      ["harvest.accept", id],
    ]);
    for (const { action } of entries) expect(actWords(action)).not.toBe(action);
  });

  test("is accepted once, by whoever was first", async () => {
    const editor = await makeEditor();
    const id = await kept((await makeSource("https://centre.example/")).id);
    const both = await Promise.all([decide(editor, [id], "accept", AT), decide(editor, [id], "accept", AT)]);
    expect(both.sort()).toEqual([0, 1]);
    expect(await db.resource.count()).toBe(1);
    expect(await decide(editor, [id], "refuse", AT)).toBe(0);
    expect(await statuses()).toEqual(["accepted"]);
  });

  test("takes an address of its own, even when others are accepted at the same time", async () => {
    const editor = await makeEditor();
    const { id: sourceId } = await makeSource("https://centre.example/");
    await makeResource({ slug: "guide-des-alliances-territoriales" });
    const ids = await Promise.all(
      [1, 2, 3].map((number) => kept(sourceId, { url: `https://centre.example/${number}` })),
    );
    await Promise.all(ids.map((id) => decide(editor, [id], "accept", AT)));
    const slugs = (await db.resource.findMany({ orderBy: { slug: "asc" } })).map(({ slug }) => slug);
    expect(slugs).toEqual(["", "-2", "-3", "-4"].map((end) => `guide-des-alliances-territoriales${end}`));
  });

  test("whose draft cannot be written waits still", async () => {
    const editor = await makeEditor();
    const id = await kept((await makeSource("https://centre.example/")).id);
    await db.$executeRaw`ALTER TABLE "Resource" ADD CONSTRAINT "none" CHECK (false) NOT VALID`;
    await expect(decide(editor, [id], "accept", AT)).rejects.toThrow();
    await db.$executeRaw`ALTER TABLE "Resource" DROP CONSTRAINT "none"`;
    expect(await statuses()).toEqual(["pending"]);
    expect(await db.auditEntry.count()).toBe(0);
  });

  test("that its site changes later is told, until somebody has seen it", async () => {
    const editor = await makeEditor();
    const { id: sourceId } = await makeSource("https://centre.example/");
    const id = await kept(sourceId);
    await decide(editor, [id], "accept", AT);
    expect(await keepPage(sourceId, found(), later(DAY))).toBe("same");
    expect((await listProposals(editor, read({ etat: "modifiees" }))).items).toEqual([]);
    expect(await keepPage(sourceId, found({ title: "Guide revu" }), later(DAY))).toBe("changed");
    expect((await listProposals(editor, read({ etat: "modifiees" }))).items).toMatchObject([
      { id, title: "Guide revu", changedAt: later(DAY), status: "accepted", resourceId: expect.any(String) },
    ]);
    expect((await db.resource.findFirstOrThrow()).title).toBe("Guide des alliances territoriales");
    expect(await decide(editor, [id], "seen", AT)).toBe(1);
    expect(await decide(editor, [id], "seen", AT)).toBe(0);
    expect((await listProposals(editor, read({ etat: "modifiees" }))).total).toBe(0);
  });
});

describe("what is refused", () => {
  test("does not come back, even changed, and can be put back", async () => {
    const editor = await makeEditor();
    const { id: sourceId } = await makeSource("https://centre.example/");
    const id = await kept(sourceId);
    expect(await decide(editor, [id, unknownId()], "refuse", AT)).toBe(1);
    await keepPage(sourceId, found({ title: "Guide revu", url: "http://www.centre.example/guide?utm_source=x" }), AT);
    expect(await statuses()).toEqual(["refused"]);
    expect((await listProposals(editor, read())).total).toBe(0);
    expect(await decide(editor, [id], "restore", AT)).toBe(1);
    expect((await listProposals(editor, read())).items).toMatchObject([{ title: "Guide revu" }]);
  });
});

test("a page that two sources tell of is proposed once, in the words of the first", async () => {
  const { id: first } = await makeSource("https://centre.example/");
  const { id: second } = await makeSource("https://centre.example/feed");
  expect(await keepPage(first, found(), AT)).toBe("new");
  expect(await keepPage(second, found({ summary: "Autrement." }), AT)).toBe("same");
  expect(await db.harvestProposal.findMany()).toMatchObject([{ sourceId: first, summary: "Ce que dit le guide." }]);
});

describe("what a proposal may be already", () => {
  const likenesses = async () => (await listProposals(await makeEditor(), read())).items.map((item) => item.likenesses);

  test("is the resource at its address, whatever its spelling", async () => {
    const { id: resourceId, title } = await makeResource();
    await db.resourceLink.create({
      data: { resourceId, position: 0, label: "Lire", url: "http://www.centre.example/guide?utm_campaign=x" },
    });
    await kept((await makeSource("https://centre.example/")).id);
    expect(await likenesses()).toEqual([[{ kind: "resource", id: resourceId, title, by: "address" }]]);
  });

  test("is what bears nearly its title, resource or proposal, and nothing else", async () => {
    const { id: sourceId } = await makeSource("https://centre.example/");
    const near = await makeResource({ title: "Le guide des alliances territoriales" });
    await makeResource({ title: "Guide de la comptabilité" });
    const other = await kept(sourceId, {
      url: "https://centre.example/bis",
      title: "Guide des alliances territoriale",
    });
    await kept(sourceId, { url: "https://centre.example/loin", title: "Une rencontre à Nantes" });
    const mine = await kept(sourceId);
    const { items } = await listProposals(await makeEditor(), read());
    expect(items.find(({ id }) => id === mine)?.likenesses).toMatchObject([
      { kind: "resource", id: near.id, by: "title" },
      { kind: "proposal", id: other, by: "title" },
    ]);
    expect(items.find(({ title }) => title.includes("Nantes"))?.likenesses).toEqual([]);
  });

  test("is the nearest of those that are near", async () => {
    const { id: sourceId } = await makeSource("https://centre.example/");
    const title = "Guide des alliances territoriales";
    const twin = (url: string, more: object) => kept(sourceId, { url: `https://centre.example/${url}`, ...more });
    await makeResource({ title: "Le guide des alliances territoriales" });
    await twin("bis", { title: "Guide des alliances territoriale" });
    const [resource, proposal] = [await makeResource({ title }), await twin("ter", { title })];
    await makeResource({ title: "Un guide des alliances territoriales" });
    await twin("quater", { title: "Guides des alliances territoriale" });
    const mine = await kept(sourceId);
    const { items } = await listProposals(await makeEditor(), read());
    expect(items.find(({ id }) => id === mine)?.likenesses.map(({ id }) => id)).toEqual([resource.id, proposal]);
  });

  test("is no proposal that was refused", async () => {
    const { id: sourceId } = await makeSource("https://centre.example/");
    const other = await kept(sourceId, { url: "https://centre.example/bis" });
    await decide(await makeEditor(), [other], "refuse", AT);
    await kept(sourceId);
    expect(await likenesses()).toEqual([[]]);
  });
});

test("the queue has what was met last first, then what was published last, what has no date at the end", async () => {
  const editor = await makeEditor();
  const { id: sourceId } = await makeSource("https://centre.example/");
  await expectOrder(
    ["Hier", "Récent", "Ancien", "Sans date"],
    async (title, rank) => {
      const publishedAt = rank === 3 ? null : later(-(rank || 9) * DAY);
      const page = found({ title, url: `https://centre.example/${rank}`, publishedAt });
      await keepPage(sourceId, page, later(rank === 0 ? DAY : 0));
    },
    async () => (await listProposals(editor, read())).items.map(({ title }) => title),
  );
});

test("the queue is filtered by state, source, type and words, and cut in pages that hold each proposal once", async () => {
  const editor = await makeEditor();
  const [one, two] = [await makeSource("https://un.example/"), await makeSource("https://deux.example/")];
  for (let number = 0; number < 41; number += 1)
    await kept(one.id, { url: `https://un.example/${number}`, title: `Article ${number}` });
  await kept(two.id, { url: "https://deux.example/a", title: "Rapport 100 %" });
  const total = async (query: object) => (await listProposals(editor, read(query))).total;
  expect(await total({})).toBe(42);
  expect(await total({ source: two.id })).toBe(1);
  expect(await total({ type: "report" })).toBe(1);
  expect(await total({ q: "rapport" })).toBe(1);
  expect(await total({ q: "%" })).toBe(1);
  expect(await total({ source: "rien", type: "rien", etat: "rien", page: "rien" })).toBe(42);
  const seen = new Set<string>();
  for (const page of [1, 2, 3]) for (const { id } of (await listProposals(editor, read({ page }))).items) seen.add(id);
  expect(seen.size).toBe(42);
  expect((await listProposals(editor, read({ page: 99 }))).page).toBe(3);
});
