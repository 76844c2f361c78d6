import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { saveReason } from "#app/(back-office)/administration/couverture/actions";
import { Panel, Screen } from "#components/back-office/screen";
import { ReasonForm } from "#components/back-office/ties/reason-form";
import { findWritten } from "#lib/desks/written";
import { isIdentifier } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { reasonField } from "#lib/needs/schema";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { findCoverage } from "#lib/ties/coverage/queries";

export const metadata: Metadata = { title: "Couverture" };

type Props = { params: Promise<{ besoin: string; centre: string }> };

export default async function ReasonPage({ params }: Props) {
  const editor = await requireViewer();
  const { besoin, centre } = await params;
  const { needs, centres } = await findCoverage(editor, now());
  const need = needs.find(({ id }) => id === besoin);
  const answering = centres.find(({ id }) => id === centre);
  const written = isIdentifier(besoin) ? await findWritten(editor, "need", besoin) : null;
  if (!need || !answering || !written) notFound();
  const { values, version, waiting } = written;
  return (
    <Screen title={need.title} parent={{ label: "Couverture", href: paths.adminList("couverture") }}>
      <Panel title={answering.name}>
        {waiting && (
          <p className="mb-4">
            Ce besoin a des modifications en attente{"\u00A0"}: «{"\u202F"}Publier{"\u202F"}» les met en ligne aussi.{" "}
            <a href={paths.adminEdit("besoins", besoin)}>Ouvrir le besoin</a>
          </p>
        )}
        <ReasonForm
          action={saveReason}
          needId={besoin}
          centreId={centre}
          version={version}
          initial={{
            reason: String(values[reasonField(centre)] ?? ""),
            doubtful: [values.toConfirm ?? []].flat().includes(centre),
          }}
        />
      </Panel>
    </Screen>
  );
}
