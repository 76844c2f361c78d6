import { Help } from "#components/back-office/help/disclosure";
import { requireAccount } from "#lib/edge/session";
import { findHelp } from "#lib/help/queries";

type Props = { params: Promise<{ ecran: string[] }> };

export default async function HelpOfScreen({ params }: Props) {
  await requireAccount();
  return <Help text={await findHelp((await params).ecran)} />;
}
