import type { SeatPhase } from "#lib/enrolment/page/schema";
import { webinarState } from "#lib/webinars/rules";
import type { RegistrationStatus } from "#prisma/enums";

type Seat = {
  state: RegistrationStatus;
  webinar: { startsAt: Date; durationMinutes: number; cancelledAt: Date | null };
};

export function seatPhase({ state, webinar }: Seat, at: Date): SeatPhase {
  if (state === "cancelled") return "left";
  if (webinar.cancelledAt) return "withdrawn";
  const phase = webinarState(webinar, at);
  if (phase === "past") return "over";
  if (phase === "running") return state === "confirmed" ? "running" : "closed";
  return state === "confirmed" ? "coming" : state;
}
