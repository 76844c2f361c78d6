import type { Metadata } from "next";
import { OwnCentreScreen } from "#components/back-office/partners/own-centre";
import { requirePartner } from "#lib/edge/session";
import { listOwn } from "#lib/partners/queries";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Mon centre" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OwnCentre({ searchParams }: Props) {
  const partner = await requirePartner();
  const at = now();
  return <OwnCentreScreen {...(await listOwn(partner, await searchParams, at))} at={at} />;
}
