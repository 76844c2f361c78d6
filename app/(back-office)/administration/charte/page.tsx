import type { Metadata } from "next";
import { CharterScreen } from "#components/back-office/help/charter";
import { requireViewer } from "#lib/edge/session";

export const metadata: Metadata = { title: "Charte" };

export default async function CharterPage() {
  await requireViewer();
  return <CharterScreen />;
}
