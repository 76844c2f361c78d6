import { UnknownRoom } from "#components/attendance/unknown-room";

export default function RoomNotFound() {
  return <UnknownRoom />;
}
