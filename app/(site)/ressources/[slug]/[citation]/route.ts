import { notFound } from "next/navigation";
import { CITATION_FORMATS, citationFile, isCitationFormat } from "#lib/citations/files";
import { respondWithEtag } from "#lib/edge/conditional-get";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { cslItem } from "#lib/resources/citation/rules";
import { findResource } from "#lib/resources/queries";

type Props = { params: Promise<{ slug: string; citation: string }> };

/** A document as the file that citation software reads. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { slug, citation } = await params;
  if (!isCitationFormat(citation)) notFound();
  const resource = await findResource(slug, now());
  if (!resource) notFound();
  const file = await citationFile(cslItem(resource, env().SITE_URL), citation);
  return respondWithEtag(request, file, {
    "Content-Type": CITATION_FORMATS[citation].contentType,
    "Content-Disposition": `attachment; filename="${slug}.${citation.slice("citation.".length)}"`,
  });
}
