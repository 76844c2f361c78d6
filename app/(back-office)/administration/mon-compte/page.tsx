import type { Metadata } from "next";
import { notFound } from "next/navigation";
import {
  changeEmail,
  changePassword,
  closeOthers,
  closeSession,
  saveName,
} from "#app/(back-office)/administration/mon-compte/actions";
import { OwnAccountScreen } from "#components/back-office/accounts/own-account";
import { issueFormToken } from "#lib/abuse/form-token";
import { findOwnAccount } from "#lib/accounts/queries";
import { requireSession } from "#lib/edge/session";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Mon compte" };

type Props = { searchParams: Promise<{ fait?: string | string[] }> };

export default async function OwnAccountPage({ searchParams }: Props) {
  const { account, key } = await requireSession();
  const own = await findOwnAccount(account, key, now());
  if (!own) notFound();
  const actions = { saveName, changeEmail, changePassword, closeSession, closeOthers };
  const { fait } = await searchParams;
  return <OwnAccountScreen account={own} actions={actions} formToken={issueFormToken(now())} done={fait} />;
}
