import { z } from "zod";
import { listOf } from "#lib/forms/fields";
import type { Deliveries } from "#lib/mail/schema";
import { checkBraces, templateInputs } from "#lib/mail/template-form";
import { Profile } from "#prisma/enums";

const AUDIENCES = ["confirmed", "waiting", "expired", "cancelled"] as const;
export type Audience = (typeof AUDIENCES)[number];

const PRESENCES = ["all", "present", "absent"] as const;
export type AttendanceFilter = (typeof PRESENCES)[number];

const once = <T>(chosen: T[]) => [...new Set(chosen)].sort();

const filter = {
  audiences: listOf(z.enum(AUDIENCES, "Ce choix n’existe pas."))
    .transform(once)
    .refine((chosen) => chosen.length > 0, "Choisissez au moins un groupe de personnes."),
  profiles: listOf(z.enum(Profile, "Ce profil n’existe pas.")).transform(once),
  presence: z.enum(PRESENCES, "Choisissez une réponse.").default("all"),
};

export const announcementFilter = z.object(filter);
export type AnnouncementFilter = z.output<typeof announcementFilter>;

const ROOM_FOR_SEATS =
  "Le {lien de connexion} n’est que pour les personnes qui ont une place\u00A0: retirez-le, ou n’écrivez qu’à elles.";

export const announcementForm = z
  .object({
    /** Of the announcement, given by the page: the same form sent twice is one announcement. */
    id: z.uuid(),
    webinarId: z.uuid(),
    ...filter,
    ...templateInputs,
    /** What was shown before sending: who, and in which words. Empty until it was shown. */
    shown: z.string().default(""),
    intent: z.enum(["check", "test", "send"]).catch("check"),
  })
  .superRefine((typed, ctx) => {
    checkBraces("announcement", typed, ctx);
    if (typed.body.includes("{joinUrl}") && typed.audiences.some((audience) => audience !== "confirmed"))
      ctx.addIssue({ code: "custom", path: ["body"], message: ROOM_FOR_SEATS });
  });
export type AnnouncementInput = z.output<typeof announcementForm>;

/** `unconfirmed`: not what was shown. `spent`: this form already sent something else. */
export type AnnouncementRefusal = "unconfirmed" | "nobody" | "spent" | "unknown";

export type AnnouncementCheck = {
  recipients: number;
  /** People who would be among them, had they not refused such messages. */
  refusing: number;
  example: string;
  mail: { subject: string; text: string; html: string };
  shown: string;
};

export type SentAnnouncement = {
  id: string;
  subject: string;
  body: string;
  filter: AnnouncementFilter;
  recipients: number;
  sentAt: Date;
  deliveries: Deliveries;
};
