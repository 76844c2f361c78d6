import type { Metadata } from "next";
import { handle, remove } from "#app/(back-office)/administration/remarques/actions";
import { RemarksScreen } from "#components/back-office/remarks/screen";
import { requireViewer } from "#lib/edge/session";
import { listRemarks, pageVerdicts } from "#lib/remarks/queries";

export const metadata: Metadata = { title: "Remarques" };

type Props = { searchParams: Promise<{ fait?: string | string[] }> };

export default async function RemarksPage({ searchParams }: Props) {
  const editor = await requireViewer();
  const [lists, verdicts] = await Promise.all([listRemarks(editor), pageVerdicts(editor)]);
  const { fait } = await searchParams;
  return <RemarksScreen {...lists} verdicts={verdicts} handle={handle} remove={remove} done={fait} />;
}
