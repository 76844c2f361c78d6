import type { Metadata } from "next";
import { change, create, remove } from "#app/(back-office)/administration/webinaires/[id]/partenaires/actions";
import { ReferralCard } from "#components/back-office/partner-links/card";
import { ReferralForm } from "#components/back-office/partner-links/form";
import { ReferralsScreen } from "#components/back-office/partner-links/screen";
import { requireItem } from "#lib/edge/route-item";
import { requireEditor } from "#lib/edge/session";
import { publicationState } from "#lib/editorial/rules";
import { listReferrals } from "#lib/partner-links/queries";
import { referralPath } from "#lib/partner-links/rules";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { findWebinarTerms } from "#lib/webinars/editing";
import { endsAt } from "#lib/webinars/rules";

export const metadata: Metadata = { title: "Partenaires" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Referrals({ params, searchParams }: Props) {
  const editor = await requireEditor();
  const [{ id }, { modifier, supprimer, fait }] = await Promise.all([params, searchParams]);
  const session = await requireItem(id, (known) => findWebinarTerms(editor, known));
  const at = now();
  const referrals = await listReferrals(editor, id);
  return (
    <ReferralsScreen
      session={session}
      online={publicationState(session, at) === "published"}
      cards={referrals.map((referral) => (
        <ReferralCard
          key={referral.id}
          webinarId={id}
          referral={referral}
          address={absolute(env().SITE_URL, referralPath(paths.webinar(session.slug), referral.code))}
          over={endsAt(session) <= at}
          actions={{ change, remove }}
          doing={referral.id === modifier ? "change" : referral.id === supprimer ? "remove" : null}
        />
      ))}
      form={
        referrals.some((referral) => referral.id === modifier) ? null : <ReferralForm webinarId={id} action={create} />
      }
      done={fait}
    />
  );
}
