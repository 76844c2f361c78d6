import { expect, test } from "vitest";
import { DESKS } from "#lib/desks/desks";
import { heldAddresses } from "#lib/link-watch/held/queries";
import { EDITORIAL_NOUNS } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { AT, DAY, later } from "#tests/support/clock";
import { writeItem } from "#tests/support/edit-form";
import { makeEditor, makePage, makeResource, makeWebinar } from "#tests/support/factories";
import { HIDDEN } from "#tests/support/publication";

const urls = async (at = AT) => [...(await heldAddresses(null, at)).keys()].toSorted();

test("every text in Markdown of every noun is read, and every column that is an address", async () => {
  const editor = await makeEditor();
  for (const noun of EDITORIAL_NOUNS) {
    const fields = await DESKS[noun].fields(editor);
    const texts = fields.filter(({ kind, name }) => kind === "markdown" && name !== "transcript");
    const address = (name: string) => `https://autre.example/${noun}/${name}`;
    const table = db[noun] as unknown as typeof db.need;
    const { id } = await writeItem(noun, editor);
    const columns = Object.keys(await table.findUniqueOrThrow({ where: { id } }));
    const addresses = columns.filter((name) => /^(url|sourceUrl)$/.test(name));
    const data = {
      publishedAt: AT,
      ...Object.fromEntries(texts.map(({ name }) => [name, `Lire [cela](${address(name)}#suite).`])),
      ...Object.fromEntries(addresses.map((name) => [name, address(name)])),
    };
    await table.update({ where: { id }, data });
    const held = await heldAddresses([`${noun}/${id}`], AT);
    const wanted = [...texts.map(({ name }) => name), ...addresses].map(address);
    const others = [...held.keys()].filter((url) => url.startsWith("https://autre.example/"));
    expect(others.toSorted(), noun).toEqual(wanted.toSorted());
    for (const url of wanted) expect([...(held.get(url) ?? [])]).toEqual([`${noun}/${id}`]);
  }
});

test("so are the documents of a resource and of a session, and the answers that its page shows", async () => {
  const resource = await makeResource();
  const webinar = await makeWebinar();
  await db.resourceLink.create({
    data: { resourceId: resource.id, position: 0, label: "Lire", url: "https://autre.example/guide.pdf#page=2" },
  });
  await db.webinarDocument.create({
    data: { webinarId: webinar.id, position: 0, label: "Lire", url: "https://autre.example/diapos" },
  });
  const asked = { webinarId: webinar.id, text: "Et https://question.example ?" };
  await db.question.create({ data: { ...asked, status: "accepted", answer: "Voir https://autre.example/reponse." } });
  await db.question.create({ data: { ...asked, status: "dismissed", answer: "Voir https://non.example/" } });
  expect(await urls()).toEqual([
    "https://autre.example/diapos",
    "https://autre.example/guide.pdf",
    "https://autre.example/reponse",
  ]);
});

test("tables that hang from what editors publish hold no other link", async () => {
  const tables = EDITORIAL_NOUNS.map((noun) => `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`);
  const hanging = await db.$queryRaw<{ column: string }[]>`
    SELECT DISTINCT "c"."table_name" || '.' || "c"."column_name" AS "column"
    FROM pg_constraint "k" JOIN pg_class "child" ON "child".oid = "k".conrelid JOIN pg_class "parent" ON "parent".oid = "k".confrelid
    JOIN information_schema.columns "c" ON "c"."table_name" = "child".relname::text
    WHERE "k".contype = 'f' AND "parent".relname::text = ANY(${tables}) AND NOT ("child".relname::text = ANY(${tables}))
      AND "c"."data_type" = 'text' AND "c"."column_name" ~* 'url|address|answer|body|text|markdown|link'`;
  const OF_NO_PAGE = [
    // Pages of this portal.
    "CollectionItem.address",
    "OrientationStep.address",
    // Not shown to the public.
    "Announcement.body",
    "HarvestSource.address",
    "HarvestSource.url",
    "HarvestProposal.url",
    "MailTemplate.body",
    "Question.text",
  ];
  const READ = ["Question.answer", "ResourceLink.url", "WebinarDocument.url"];
  const left = hanging.map(({ column }) => column).filter((column) => !OF_NO_PAGE.includes(column));
  expect(left.toSorted()).toEqual(READ);
});

test("what the public does not see is not asked: drafts, the room, a replay before its day, this portal itself", async () => {
  const body = "Voir [là](https://autre.example/).";
  for (const hidden of HIDDEN) await makePage({ ...hidden, body });
  await makePage({ body: "Voir [ici](https://portail.example/besoins), [là](/centres) et <mailto:a@b.example>." });
  await makeWebinar({
    roomUrl: "https://salle.example/1",
    replayUrl: "https://video.example/1",
    transcript: body,
    replayPublishedAt: later(DAY),
  });
  expect(await urls()).toEqual([]);
  expect(await urls(later(2 * DAY))).toEqual(["https://autre.example/", "https://video.example/1"]);
});

test("a noun of which more is published than is read at once is read whole", async () => {
  const { body: _, ...row } = await makePage();
  const data = Array.from({ length: 501 }, (_one, index) => ({
    ...row,
    id: undefined,
    slug: `longue-${index}`,
    body: `https://autre.example/${index}`,
  }));
  await db.page.createMany({ data: data.map(({ id: _id, ...one }) => one) });
  expect(await urls()).toHaveLength(501);
});
