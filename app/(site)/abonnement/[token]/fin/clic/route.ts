import { FROM_THE_PAGE } from "#components/people/digest-screens";
import { endDigest } from "#lib/people/digest/mutations";
import { paths } from "#lib/platform/paths";

const SEE_OTHER = 303;

/** The one click of mailboxes (RFC 8058): no cookie, no confirmation, and no redirection, which they do not follow; see next.config. */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const form = await request.formData().catch(() => null);
  const ended = await endDigest(token);
  if (form?.has(FROM_THE_PAGE))
    return new Response(null, { status: SEE_OTHER, headers: { Location: paths.digests({ etape: "fin" }) } });
  return new Response(ended ? "Vous ne suivez plus le portail.\n" : "Ce lien n’ouvre aucun abonnement.\n", {
    status: ended ? 200 : 404,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
