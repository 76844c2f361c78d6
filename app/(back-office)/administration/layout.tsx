import type { Metadata } from "next";
import type { ReactNode } from "react";
import { signOut } from "#app/(back-office)/administration/actions";
import { SecondFactorNotice } from "#components/back-office/accounts/second-factor-notice";
import { BackOfficeFrame } from "#components/back-office/frame";
import { may } from "#lib/auth/abilities";
import { requireAccount } from "#lib/edge/session";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: { default: "Administration", template: "%s – Administration" } };

type Props = { children: ReactNode; aide: ReactNode };

export default async function AdministrationLayout({ children, aide }: Props) {
  const { account, secondFactorDue } = await requireAccount();
  return (
    <BackOfficeFrame
      who={account.name}
      signOut={signOut}
      mayAct={may(account.role, "write") || may(account.role, "belong")}
      mayManage={may(account.role, "manage")}
      isPartner={may(account.role, "belong")}
    >
      {secondFactorDue && <SecondFactorNotice due={secondFactorDue} at={now()} />}
      {aide}
      {children}
    </BackOfficeFrame>
  );
}
