import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ResourceLinks } from "#components/resources/resource-links";
import { replaceMedia } from "#lib/media/mutations";
import { findPublicFile } from "#lib/media/queries";
import { db } from "#lib/platform/db";
import { changePublication } from "#lib/publication/mutations";
import { cslItem, highwireTags } from "#lib/resources/citation/rules";
import { valuesFromMedia } from "#lib/resources/links/queries";
import { documentLines } from "#lib/resources/links/schema";
import { saveResource } from "#lib/resources/mutations";
import { findResource, findResourceForEditor } from "#lib/resources/queries";
import { AT, later } from "#tests/support/clock";
import { makeEditor, makeResource, unknownId } from "#tests/support/factories";
import { makeMedia } from "#tests/support/media";
import { pdfSaying, TAGGED } from "#tests/support/pdf-file";

const PAGE = "https://portail.example/ressources/guide";

async function withFile() {
  const editor = await makeEditor();
  const mediaId = await makeMedia(await pdfSaying(["Un", "Deux"], TAGGED));
  const address = `/fichiers/${mediaId}/guide-des-alliances.pdf`;
  const { id, slug } = await makeResource({ publishedAt: null, slug: "guide" });
  const found = await findResourceForEditor(editor, id);
  if (!found) throw new Error("The resource is gone.");
  const { version, ...values } = found;
  const links = documentLines.parse(`${address} Lire le guide`);
  return { editor, mediaId, address, id, slug, input: { ...values, id, version, links } };
}

test("a file that a resource holds is the public’s once the resource is, and says what it is", async () => {
  const { editor, mediaId, address, id, slug, input } = await withFile();
  expect(await saveResource(editor, input, AT)).toMatchObject({ ok: true });
  const given = () => findPublicFile(mediaId, "guide-des-alliances.pdf", later(1));
  expect([await given(), await findResource(slug, later(1))]).toEqual([null, null]);
  await changePublication(editor, "resource", id, { kind: "publish" }, AT);
  expect(await given()).not.toBeNull();
  const resource = await findResource(slug, later(1));
  if (!resource) throw new Error("The resource is not public.");
  expect(resource).toMatchObject({ readable: true, links: [{ url: address, format: "PDF" }] });
  const { sha256 } = await db.media.findUniqueOrThrow({ where: { id: mediaId } });
  const html = renderToStaticMarkup(<ResourceLinks links={resource.links} />).replaceAll("\u00A0", " ");
  expect(html).toMatch(
    new RegExp(
      `<a href="${address}\\?v=${sha256.slice(0, 12)}">Lire le guide \\(PDF, 2 pages, [\\d,]+ Ko, français \\(France\\)\\)</a>`,
    ),
  );
  expect(html).toContain("PDF balisé");
  expect(html).not.toContain("ouvre un autre site");
  expect(highwireTags(resource, PAGE).citation_pdf_url).toBe(`https://portail.example${address}`);
  expect(cslItem(resource, PAGE).URL).toBe(`https://portail.example${address}`);
  expect(await db.searchEntry.findMany({ where: { itemId: id }, select: { opens: true } })).toEqual([{ opens: true }]);

  await replaceMedia(editor, mediaId, { name: "b.pdf", bytes: await pdfSaying(["Seul"]) }, AT);
  const after = renderToStaticMarkup(<ResourceLinks links={(await findResource(slug, later(1)))?.links ?? []} />);
  expect([after.includes("PDF,"), after.includes("1\u00A0page"), after.includes("PDF non balisé")]).toEqual([
    true,
    true,
    true,
  ]);
});

test("what is saved again as it was is no change of the links", async () => {
  const { editor, id, input } = await withFile();
  await saveResource(editor, input, AT);
  const found = await findResourceForEditor(editor, id);
  expect(found?.links).toEqual(input.links);
});

test("the address of a file that is not there is refused", async () => {
  const { editor, input } = await withFile();
  const links = documentLines.parse(`/fichiers/${unknownId()}/guide.pdf Lire`);
  expect(await saveResource(editor, { ...input, links }, AT)).toEqual({ ok: false, reason: "unknown" });
  for (const typed of ["/fichiers/1/guide.pdf Lire", "/autre Lire", "/fichiers/../x.pdf Lire"])
    expect(documentLines.safeParse(typed).error?.issues[0]?.message, typed).toContain("fichier des médias");
});

test("a new resource begins with what its file says", async () => {
  const editor = await makeEditor();
  const id = await makeMedia(await pdfSaying(["Un", "Deux"], TAGGED));
  expect(await valuesFromMedia(editor, id)).toEqual({
    title: "Guide des alliances",
    links: `/fichiers/${id}/guide-des-alliances.pdf Lire le document`,
    language: "fr",
    pages: 2,
    licence: null,
    publisher: null,
  });
  expect(await valuesFromMedia(editor, unknownId())).toEqual({});
});
