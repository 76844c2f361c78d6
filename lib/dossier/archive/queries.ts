import { fileNames, noticeOf } from "#lib/dossier/archive/rules";
import type { DossierFiles, HeldFile, LeftOut } from "#lib/dossier/archive/schema";
import { dossierPages } from "#lib/dossier/queries";
import { dossierQuery, pagesOf } from "#lib/dossier/schema";
import { awayOnly } from "#lib/files/bucket";
import { isStored } from "#lib/files/storage";
import { mediaFacts } from "#lib/media/queries";
import { db } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { visibleAt } from "#lib/publication/rules";
import type { CitedPage } from "#lib/ties/cited/schema";

const MOST_FILES = 60;
const MOST_BYTES = 200_000_000;

const columns = {
  slug: true,
  licence: true,
  links: {
    select: {
      label: true,
      url: true,
      media: { select: { ...mediaFacts, name: true, licence: true, replacedAt: true, createdAt: true } },
    },
    orderBy: { position: "asc" },
  },
} as const;

/** The files of the pages of a dossier, in its order, as many as an archive bears. @param pages that the public sees */
export async function filesOf(pages: readonly CitedPage[], at: Date): Promise<DossierFiles> {
  const slugs = pages.flatMap(({ href, noun }) => (noun === "resource" ? href.slice(href.lastIndexOf("/") + 1) : []));
  const resources = slugs.length
    ? await db.resource.findMany({
        where: { ...visibleAt(at), slug: { in: slugs } },
        select: columns,
        orderBy: { slug: "asc" },
      })
    : [];
  const files: HeldFile[] = [];
  const leftOut: LeftOut[] = [];
  let bytes = 0;
  for (const { href, title, origin, noun } of pages) {
    const page = absolute(env().SITE_URL, href);
    const resource = resources.find(({ slug }) => noun === "resource" && paths.resource(slug) === href);
    if (!resource) leftOut.push({ title, why: "Se lit sur le portail :", where: page });
    else if (resource.links.length === 0) leftOut.push({ title, why: "Aucune adresse publique connue :", where: page });
    const { links = [], licence: own = null } = resource ?? {};
    for (const { label, url, media } of links) {
      if (!media) leftOut.push({ title: `${title} - ${label}`, why: "Se lit sur un autre site :", where: url });
      else if (files.length >= MOST_FILES || bytes + media.bytes > MOST_BYTES)
        leftOut.push({
          title: `${title} - ${label}`,
          why: "Trop lourd pour être joint aux autres :",
          where: absolute(env().SITE_URL, url),
        });
      else {
        bytes += media.bytes;
        const { name, sha256, replacedAt, createdAt } = media;
        const licence = media.licence ?? own;
        const date = replacedAt ?? createdAt;
        files.push({ title, label, page, source: origin, licence, name, bytes: media.bytes, sha256, date });
      }
    }
  }
  return { files, leftOut };
}

const NOTICE = "Lisez-moi.txt";

/** What an archive of a dossier holds; null when it has no file. */
export async function dossierArchive(asked: URLSearchParams, at: Date) {
  const chosen = pagesOf(dossierQuery.parse({ contenu: asked.getAll("contenu") }));
  const pages = await dossierPages(chosen, at);
  const found = await filesOf(pages, at);
  const present = await Promise.all(found.files.map(({ sha256 }) => isStored(sha256).catch(awayOnly)));
  const files = found.files.filter((_, rank) => present[rank] === true);
  if (files.length === 0) return null;
  const lost = found.files
    .filter((_, rank) => present[rank] !== true)
    .map(({ title, page }) => ({ title, why: "Fichier momentanément absent, à reprendre sur sa page :", where: page }));
  const names = fileNames(files);
  const dossier = absolute(env().SITE_URL, paths.dossier(pages.map(({ href }) => href)));
  const text = noticeOf({ files, leftOut: [...found.leftOut, ...lost] }, names, dossier);
  return [
    { name: NOTICE, date: at, text },
    ...files.map(({ sha256, bytes, date }, rank) => ({ name: names[rank] ?? NOTICE, date, sha256, bytes })),
  ];
}
