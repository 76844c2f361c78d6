import { Tag } from "#components/ui/tag";
import { formatTimestamp } from "#lib/platform/dates";
import { registrationStatusLabels } from "#lib/seats/labels";
import type { RegistrationStatus } from "#prisma/enums";

export const seatLooks = {
  confirmed: "strong",
  offered: "need",
  waiting: "need",
  cancelled: "plain",
  expired: "plain",
} as const satisfies Record<RegistrationStatus, string>;

type Seat = { status: RegistrationStatus; position?: number | null; offerExpiresAt?: Date | null };

export function seatWords({ status, position, offerExpiresAt }: Seat): string {
  const label = registrationStatusLabels[status];
  if (typeof position === "number") return `${label}, position\u00A0${position}`;
  return status === "offered" && offerExpiresAt ? `${label} jusqu’au ${formatTimestamp(offerExpiresAt)}` : label;
}

export const SeatTag = ({ seat }: { seat: Seat }) => <Tag look={seatLooks[seat.status]}>{seatWords(seat)}</Tag>;
