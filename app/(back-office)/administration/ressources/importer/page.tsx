import type { Metadata } from "next";
import { bring } from "#app/(back-office)/administration/ressources/importer/actions";
import { ImportsScreen } from "#components/back-office/imports/list";
import { requireViewer } from "#lib/edge/session";
import { listImports } from "#lib/imports/queries";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Importer des ressources" };

export default async function ImportsPage() {
  return <ImportsScreen imports={await listImports(await requireViewer(), now())} bring={bring} />;
}
