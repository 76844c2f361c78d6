import { notFound } from "next/navigation";
import { citationText } from "#lib/citations/files";
import { respondWithEtag } from "#lib/edge/conditional-get";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { cslItem } from "#lib/resources/citation/rules";
import { CITATION_FORMATS, isCitationFormat } from "#lib/resources/citation/schema";
import { findResource } from "#lib/resources/queries";

type Props = { params: Promise<{ slug: string; citation: string }> };

/** A document as the file that reference managers read. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { slug, citation } = await params;
  if (!isCitationFormat(citation)) notFound();
  const resource = await findResource(slug, now());
  if (!resource) notFound();
  const { written, contentType } = CITATION_FORMATS[citation];
  const item = cslItem(resource, absolute(env().SITE_URL, paths.resource(slug)));
  const file = written ? await citationText(item, written) : `${JSON.stringify([item], null, 2)}\n`;
  return respondWithEtag(request, file, {
    "Content-Type": contentType,
    "Content-Disposition": `attachment; filename="${slug}.${citation.slice("citation.".length)}"`,
  });
}
