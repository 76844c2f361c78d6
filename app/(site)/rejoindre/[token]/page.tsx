import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "#app/(site)/rejoindre/[token]/actions";
import { EnterForm } from "#components/attendance/enter-form";
import { STILL } from "#components/attendance/room-address";
import { RoomScreen } from "#components/attendance/room-screen";
import { findRoom } from "#lib/attendance/queries";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = {
  title: "Rejoindre la séance",
  referrer: "same-origin",
  robots: { index: false, follow: false },
};

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function RoomPage({ params, searchParams }: Props) {
  const [{ token }, { seance, [STILL.name]: refresh }] = await Promise.all([params, searchParams]);
  const webinar = typeof seance === "string" ? seance : undefined;
  const at = now();
  const room = await findRoom(token, webinar, at);
  if (!room) notFound();
  return (
    <RoomScreen room={room} token={token} webinar={webinar} still={refresh === STILL.value} at={at}>
      <EnterForm action={enter} token={token} webinar={webinar} />
    </RoomScreen>
  );
}
