import { writeToAccount } from "#lib/accounts/message-mutations";
import { recordAudit } from "#lib/audit/mutations";
import { may } from "#lib/auth/abilities";
import type { Editor, Partner } from "#lib/auth/editor";
import { issuePreviewLink } from "#lib/auth/preview-link";
import type { ReadingRequest } from "#lib/desks/readings/schema";
import { cardOf, type EditorialNoun } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { prepareQueue } from "#lib/platform/queue";
import type { Result } from "#lib/platform/result";
import type { Role } from "#prisma/enums";

const screenOf = (noun: EditorialNoun, id: string, role: Role) => {
  const { section } = cardOf(noun);
  const screen = may(role, "read") ? paths.adminEdit(section, id) : paths.ownItem(section, id);
  return `${absolute(env().SITE_URL, screen)}#relectures`;
};

/** Asks a colleague to read what is written of an item, and writes to them. `unknown`: who was chosen cannot sign in. */
export async function askReading(
  author: Editor | Partner,
  { noun, id, colleague, readField: field, readComment: comment }: ReadingRequest,
  title: string,
  at: Date,
): Promise<Result<object, "unknown">> {
  await prepareQueue();
  const { token } = issuePreviewLink({ userId: colleague }, { noun, id }, at);
  const previewUrl = absolute(env().SITE_URL, paths.preview(token));
  return db.$transaction(async (tx) => {
    const reader = await tx.user.findUnique({ where: { id: colleague, disabledAt: null, NOT: { id: author.userId } } });
    if (!reader || !may(reader.role, "write")) return { ok: false, reason: "unknown" };
    await tx.secondReading.create({
      data: { noun, itemId: id, title, askedById: author.userId, askedOfId: reader.id, field, comment, askedAt: at },
    });
    const variables = {
      name: reader.name,
      who: author.name,
      title,
      comment,
      previewUrl,
      screenUrl: screenOf(noun, id, reader.role),
    };
    await writeToAccount(tx, { kind: "account-reading-asked", to: reader.email, variables }, at);
    await recordAudit(tx, author, { action: `${noun}.ask-reading`, noun, target: id, at });
    return { ok: true };
  });
}

/**
 * Says what was read, once, and tells who asked.
 * @returns where it was; null when nobody asked that of this person, or they have answered
 */
export async function answerReading(
  editor: Editor,
  { reading, readAnswer: answer }: { reading: string; readAnswer: string | null },
  at: Date,
): Promise<{ noun: EditorialNoun; id: string } | null> {
  await prepareQueue();
  return db.$transaction(async (tx) => {
    const waiting = { id: reading, askedOfId: editor.userId, answeredAt: null };
    const { count } = await tx.secondReading.updateMany({ where: waiting, data: { answer, answeredAt: at } });
    if (count === 0) return null;
    const row = await tx.secondReading.findUniqueOrThrow({ where: { id: reading }, include: { askedBy: true } });
    const noun = row.noun as EditorialNoun;
    const { title, itemId, askedBy } = row;
    if (askedBy && !askedBy.disabledAt) {
      const words = answer ?? "Rien à reprendre.";
      const screenUrl = screenOf(noun, itemId, askedBy.role);
      const variables = { name: askedBy.name, who: editor.name, title, answer: words, screenUrl };
      await writeToAccount(tx, { kind: "account-reading-answered", to: askedBy.email, variables }, at);
    }
    await recordAudit(tx, editor, { action: `${noun}.answer-reading`, noun, target: itemId, at });
    return { noun, id: itemId };
  });
}
