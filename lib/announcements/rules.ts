import type { AnnouncementFilter, Audience } from "#lib/announcements/schema";
import type { Prisma } from "#prisma/client";
import type { RegistrationStatus } from "#prisma/enums";

/** Whoever is offered a seat is still in line. */
const STATUSES: Record<Audience, RegistrationStatus[]> = {
  confirmed: ["confirmed"],
  waiting: ["waiting", "offered"],
  expired: ["expired"],
  cancelled: ["cancelled"],
};

/**
 * Who a filter designates, those included who refuse messages that leave by themselves: an announcement can be refused
 * with the same click as a reminder (RFC 8058), so it does not go to them.
 */
export function designatedBy({ audiences, profiles, presence }: AnnouncementFilter): Prisma.RegistrationWhereInput {
  return {
    anonymisedAt: null,
    status: { in: audiences.flatMap((audience) => STATUSES[audience]) },
    ...(profiles.length > 0 && { profile: { in: profiles } }),
    ...(presence === "present" && { presentAt: { not: null } }),
    ...(presence === "absent" && { presentAt: null }),
  };
}
