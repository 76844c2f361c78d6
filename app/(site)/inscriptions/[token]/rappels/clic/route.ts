import { FROM_THE_PAGE } from "#components/people/reminders-screen";
import { setReminders } from "#lib/enrolment/person/mutations";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

/**
 * The one click of mailboxes (RFC 8058): no cookie, no confirmation, and no redirection, which they do not follow.
 * next.config brings here what is posted to the page of the reminders; the button of that page leads back to it.
 */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const form = await request.formData().catch(() => null);
  const outcome = await setReminders(token, false, now());
  if (form?.has(FROM_THE_PAGE))
    return new Response(null, { status: 303, headers: { Location: paths.remindersOff(token) } });
  return new Response(outcome.ok ? "Vous ne recevrez plus de rappels.\n" : "Ce lien n’ouvre aucune inscription.\n", {
    status: outcome.ok ? 200 : 404,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
