import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { saveReason } from "#app/(back-office)/administration/couverture/actions";
import { ReasonScreen } from "#components/back-office/ties/reason";
import { findWritten } from "#lib/desks/written";
import { isIdentifier } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { reasonField } from "#lib/needs/schema";
import { now } from "#lib/platform/clock";
import { findCoverage } from "#lib/ties/coverage/queries";

export const metadata: Metadata = { title: "Couverture" };

type Props = { params: Promise<{ besoin: string; centre: string }> };

export default async function ReasonPage({ params }: Props) {
  const editor = await requireViewer();
  const { besoin, centre: chosen } = await params;
  const { needs, centres } = await findCoverage(editor, now());
  const need = needs.find(({ id }) => id === besoin);
  const centre = centres.find(({ id }) => id === chosen);
  const written = isIdentifier(besoin) ? await findWritten(editor, "need", besoin) : null;
  if (!need || !centre || !written) notFound();
  const { values, version, waiting } = written;
  const initial = {
    reason: String(values[reasonField(centre.id)] ?? ""),
    doubtful: [values.toConfirm ?? []].flat().includes(centre.id),
  };
  return <ReasonScreen {...{ need, centre, version, waiting, initial }} save={saveReason} />;
}
