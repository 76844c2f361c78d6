import type { Metadata } from "next";
import { again, check, run, undo } from "#app/(back-office)/administration/ressources/importer/actions";
import { ImportScreen } from "#components/back-office/imports/screen";
import { deskOf } from "#lib/desks/desks";
import { requireItem } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { broughtFields } from "#lib/imports/columns";
import { NOUN } from "#lib/imports/judging";
import { findImport, listLines } from "#lib/imports/queries";
import { reportQuery } from "#lib/imports/schema";

export const metadata: Metadata = { title: "Un import de ressources" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ImportPage({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  const found = await requireItem((await params).id, (id) => findImport(viewer, id));
  const search = await searchParams;
  const query = reportQuery.parse(search);
  const [fields, lines] = await Promise.all([deskOf(NOUN).fields(viewer), listLines(viewer, found.id, query)]);
  return (
    <ImportScreen
      found={found}
      fields={broughtFields(fields)}
      lines={lines}
      query={query}
      acts={{ again, check, run, undo }}
      done={search.fait}
    />
  );
}
