import type { Metadata } from "next";
import { act, invite, setRole, withdraw } from "#app/(back-office)/administration/comptes/actions";
import { AccountsScreen } from "#components/back-office/accounts/team";
import { listCentresOfPartners, listColleagues, listInvitations } from "#lib/accounts/queries";
import { requireAdministrator } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";

export const metadata: Metadata = { title: "Comptes" };

type Props = { searchParams: Promise<{ fait?: string | string[] }> };

export default async function Accounts({ searchParams }: Props) {
  const administrator = await requireAdministrator();
  const [colleagues, invitations, centres] = await Promise.all([
    listColleagues(administrator, now()),
    listInvitations(administrator, now()),
    listCentresOfPartners(administrator, now()),
  ]);
  const { fait } = await searchParams;
  return (
    <AccountsScreen
      colleagues={colleagues}
      invitations={invitations}
      centres={centres}
      actions={{ act, invite, setRole, withdraw }}
      leaves={env().SMTP_URL !== undefined}
      done={fait}
    />
  );
}
