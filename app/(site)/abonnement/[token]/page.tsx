import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { savePreferences } from "#app/(site)/abonnement/[token]/actions";
import { DigestPreferencesForm } from "#components/people/digest-forms";
import { DigestPreferencesScreen } from "#components/people/digest-screens";
import { digestChoices } from "#lib/feeds/choices";
import { findDigest } from "#lib/people/digest/queries";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = {
  title: "Votre abonnement",
  referrer: "same-origin",
  robots: { index: false, follow: false },
};

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function DigestPage({ params, searchParams }: Props) {
  const { token } = await params;
  const { fait } = await searchParams;
  const digest = await findDigest(token);
  if (!digest) notFound();
  return (
    <DigestPreferencesScreen digest={digest} token={token} saved={fait !== undefined}>
      <DigestPreferencesForm
        action={savePreferences}
        token={token}
        options={await digestChoices(now(), digest.choices)}
        chosen={digest.choices}
        confirmed={digest.confirmedAt !== null}
      />
    </DigestPreferencesScreen>
  );
}
