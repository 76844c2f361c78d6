import { Help } from "#components/back-office/help/disclosure";
import { requireViewer } from "#lib/edge/session";
import { findHelp } from "#lib/help/queries";

type Props = { params: Promise<{ ecran: string[] }> };

export default async function HelpOfScreen({ params }: Props) {
  await requireViewer();
  return <Help text={await findHelp((await params).ecran)} />;
}
