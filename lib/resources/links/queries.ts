import type { Viewer } from "#lib/auth/editor";
import { findMedia, mediaFacts } from "#lib/media/queries";
import { typeOf } from "#lib/media/rules";
import { paths } from "#lib/platform/paths";
import type { OpenLink } from "#lib/resources/links/schema";
import type { Prisma } from "#prisma/client";

export const linkColumns = {
  label: true,
  url: true,
  format: true,
  bytes: true,
  language: true,
  checkedOn: true,
} as const satisfies Prisma.ResourceLinkSelect;

export const openColumns = {
  ...linkColumns,
  media: { select: { ...mediaFacts, width: true, height: true } },
} as const satisfies Prisma.ResourceLinkSelect;

type Row = Prisma.ResourceLinkGetPayload<{ select: typeof openColumns }>;

/** What was typed of a file of the portal gives way to what the file is. */
export const openLink = ({ media: file, ...link }: Row): OpenLink =>
  file
    ? { ...link, format: typeOf(file.mime)?.format ?? null, bytes: file.bytes, language: file.language, file }
    : link;

const READ = "Lire le document";
const DEFAULT_LANGUAGE = "fr";

/** What the form of a new resource begins with when it is made from a file. @returns nothing when the file is gone */
export async function valuesFromMedia(viewer: Viewer, mediaId: string): Promise<Record<string, unknown>> {
  const media = await findMedia(viewer, mediaId);
  if (!media) return {};
  const { id, name, pages, language, licence, credit } = media;
  const words = name.slice(0, name.lastIndexOf(".")).replaceAll("-", " ");
  return {
    title: words.charAt(0).toUpperCase() + words.slice(1),
    links: `${paths.file(id, name)} ${READ}`,
    language: language?.split("-", 1).join() ?? DEFAULT_LANGUAGE,
    pages,
    licence,
    publisher: credit,
  };
}
