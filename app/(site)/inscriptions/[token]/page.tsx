import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cancelRegistration } from "#app/(site)/inscriptions/[token]/actions";
import { RegistrationPanel } from "#components/registrations/registration-panel";
import { describeSession } from "#lib/calendar/file";
import { googleCalendarUrl, outlookCalendarUrl } from "#lib/calendar/links";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";
import { findRegistration } from "#lib/registrations/queries";

export const metadata: Metadata = {
  title: "Votre inscription",
  // Stricter, it would also hide from us where the form's POST comes from, and the front would refuse it.
  referrer: "same-origin",
  robots: { index: false, follow: false },
};

export default async function RegistrationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const registration = await findRegistration(token, now());
  if (!registration) notFound();
  const { webinar } = registration;
  const words = describeSession(webinar, true, env().SITE_URL);
  const others = [
    { label: "Google Agenda", href: googleCalendarUrl(webinar, words) },
    { label: "Outlook, compte professionnel", href: outlookCalendarUrl("office", webinar, words) },
    { label: "Outlook, compte personnel", href: outlookCalendarUrl("live", webinar, words) },
  ];
  const calendars = { file: paths.registrationCalendar(token), others };
  return (
    <RegistrationPanel registration={registration} token={token} calendars={calendars} cancel={cancelRegistration} />
  );
}
