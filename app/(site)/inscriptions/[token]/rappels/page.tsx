import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RemindersScreen } from "#components/people/reminders-screen";
import { findRegistrations } from "#lib/enrolment/page/queries";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = {
  title: "Vos rappels",
  referrer: "same-origin",
  robots: { index: false, follow: false },
};

export default async function RemindersPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const view = await findRegistrations(token, now());
  if (!view?.person) notFound();
  return <RemindersScreen token={token} on={view.person.reminders} />;
}
