import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { save } from "#app/(back-office)/administration/orientation/actions";
import { OrientationGroupForm } from "#components/back-office/orientation/group-form";
import { Panel, Screen } from "#components/back-office/screen";
import { requireViewer } from "#lib/edge/session";
import { listNeedsForEditor } from "#lib/needs/queries";
import { writtenLines } from "#lib/orientation/queries";
import { groupOf } from "#lib/orientation/rules";
import { asLines, EVERY_NEED } from "#lib/orientation/schema";
import { fingerprint } from "#lib/platform/fingerprint";
import { paths } from "#lib/platform/paths";
import { profileSpellings } from "#lib/profiles/labels";

export const metadata: Metadata = { title: "Orientation" };

type Props = { params: Promise<{ besoin: string }> };

export default async function OrientationGroupPage({ params }: Props) {
  const editor = await requireViewer();
  const { besoin } = await params;
  const need = (await listNeedsForEditor(editor)).find(({ slug }) => slug === besoin);
  if (!need && besoin !== EVERY_NEED) notFound();
  const lines = groupOf(await writtenLines(editor), besoin);
  return (
    <Screen
      title={need?.title ?? "Quel que soit le besoin"}
      parent={{ label: "Orientation", href: paths.adminList("orientation") }}
    >
      <Panel title="Les lignes de la table">
        <OrientationGroupForm
          need={besoin}
          lines={asLines(lines)}
          shown={fingerprint(lines)}
          words={Object.values(profileSpellings)}
          action={save}
        />
      </Panel>
    </Screen>
  );
}
