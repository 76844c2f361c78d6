import { Help } from "#components/back-office/help/disclosure";
import { requireAccount } from "#lib/edge/session";
import { findHelp } from "#lib/help/queries";

export default async function HelpOfDashboard() {
  await requireAccount();
  return <Help text={await findHelp([])} />;
}
