import { notFound, redirect } from "next/navigation";
import { findCertificate } from "#lib/attendance/queries";
import { certificatePdf } from "#lib/pdf/certificate";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";

/** The certificate of a session, on a link that was sent by mail; on another, the personal page says what there is. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const slug = new URL(request.url).searchParams.get("seance") ?? "";
  const at = now();
  const certificate = await findCertificate(token, slug, at);
  if (!certificate) notFound();
  if (certificate === "none") redirect(paths.registration(token));
  const checkUrl = absolute(env().SITE_URL, paths.certificateCheck(certificate.code));
  return new Response(await certificatePdf(certificate, checkUrl, at), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="attestation-${slug}.pdf"`,
      "Cache-Control": "no-store",
    },
  });
}
