import type { Metadata } from "next";
import { remove, restore } from "#app/(back-office)/administration/corbeille/actions";
import { TrashScreen } from "#components/back-office/trash-screen";
import { requireViewer } from "#lib/edge/session";
import { listTrash } from "#lib/publication/trash/queries";

export const metadata: Metadata = { title: "Corbeille" };

type Props = { searchParams: Promise<{ fait?: string | string[] }> };

export default async function TrashPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const { fait } = await searchParams;
  return <TrashScreen trash={await listTrash(viewer)} restore={restore} remove={remove} done={fait} />;
}
