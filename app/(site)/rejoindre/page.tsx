import type { Metadata } from "next";
import { UnknownRoom } from "#components/attendance/unknown-room";

export const metadata: Metadata = { title: "Salle introuvable", robots: { index: false } };

/** Sent by the front in place of a room whose link opens nothing. */
export default function RoomsPage() {
  return <UnknownRoom />;
}
