import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { registerPeople } from "#lib/enrolment/groups/mutations";
import type { PersonOutcome } from "#lib/enrolment/groups/schema";
import { emailKey } from "#lib/platform/text";
import { askQuestion } from "#lib/questions/mutations";
import type { AddedPerson } from "#lib/roster/additions/schema";

/**
 * Registers people whom the team brings, all or none, each with the usual message. Without a free seat they join the
 * waiting list, in order: nothing is overbooked by mistake.
 * @returns what came of each, in order; « refused » when nobody can register at this session
 */
export async function addRegistrants(
  editor: Editor,
  webinarId: string,
  people: readonly AddedPerson[],
  at: Date,
): Promise<PersonOutcome[]> {
  return registerPeople(webinarId, people, "editor", at, async (tx, outcomes) => {
    const added = people.filter((_, index) => ["registered", "waiting"].includes(outcomes[index] ?? ""));
    if (!added.length) return;
    for (const { email, question } of added) {
      if (!question) continue;
      const { id } = await tx.registration.findFirstOrThrow({
        where: { webinarId, person: { emailKey: emailKey(email) } },
        select: { id: true },
      });
      await askQuestion(tx, webinarId, id, question, at);
    }
    const details = { count: added.length, waiting: outcomes.filter((outcome) => outcome === "waiting").length };
    await recordAudit(tx, editor, { action: "registrants.add", noun: "webinar", target: webinarId, details, at });
  });
}
