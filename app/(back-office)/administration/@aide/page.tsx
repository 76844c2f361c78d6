import { Help } from "#components/back-office/help/disclosure";
import { requireViewer } from "#lib/edge/session";
import { findHelp } from "#lib/help/queries";

export default async function HelpOfDashboard() {
  await requireViewer();
  return <Help text={await findHelp([])} />;
}
