import { actWords } from "#lib/audit/labels";
import { PORTAL } from "#lib/audit/schema";
import type { Viewer } from "#lib/auth/editor";
import { db } from "#lib/platform/db";
import { counted, inFrenchOrder } from "#lib/platform/text";
import { tableFormatLabels } from "#lib/tables/labels";
import { TABLE_FORMATS } from "#lib/tables/schema";
import type { Prisma } from "#prisma/client";

const PAGE_SIZE = 50;

/** One line of the journal. `who` is null when the portal itself acted. */
export type AuditLine = {
  id: string;
  at: Date;
  who: string | null;
  action: string;
  noun: string;
  target: string;
  fields: string[];
  kind: string | null;
  /** Why it was published although readers are harmed. */
  despite: string | null;
  /** Of what was downloaded: how many lines, in which format. */
  file: string | null;
};

export type AuditPage = { items: AuditLine[]; total: number; page: number; pageCount: number };

type Details = Pick<AuditLine, "fields" | "kind" | "despite" | "file">;

const fileWords = (count: unknown, format: unknown): string | null => {
  const known = TABLE_FORMATS.find((one) => one === format);
  return known && typeof count === "number"
    ? `${counted(count, "ligne", "lignes")}, ${tableFormatLabels[known]}`
    : null;
};

function detailed(details: Prisma.JsonValue): Details {
  if (typeof details !== "object" || details === null || Array.isArray(details))
    return { fields: [], kind: null, despite: null, file: null };
  const { fields = [], kind, despite, count, format } = details;
  return {
    fields: [fields].flat().filter((field) => typeof field === "string"),
    kind: typeof kind === "string" ? kind : null,
    despite: typeof despite === "string" ? despite : null,
    file: fileWords(count, format),
  };
}

async function namesOf(userIds: (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(userIds.filter((id) => id !== null))];
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

const WITHOUT_ACCOUNT = "Compte supprimé";

export type AuditFilter = Partial<{
  /** Of an account; `PORTAL` for what nobody of the team did. */
  who: string | undefined;
  /** As `actWords` says it. */
  act: string;
  from: Date | null;
  until: Date | null;
  /** What was touched; null for whatever. */
  targets: readonly string[] | null;
  /** From 1; one past the end is the last one. */
  page: number;
}>;

/** Acts that are in the journal, in words, each once. */
export async function listActs(_viewer: Viewer): Promise<string[]> {
  const actions = await db.auditEntry.groupBy({ by: ["action"] });
  return inFrenchOrder([...new Set(actions.map(({ action }) => actWords(action)))], (words) => words);
}

/** Who may be looked for in the journal. */
export async function listActors(_viewer: Viewer): Promise<{ id: string; name: string }[]> {
  return inFrenchOrder(await db.user.findMany({ select: { id: true, name: true } }), ({ name }) => name);
}

const actionsSaid = async (words: string): Promise<string[]> =>
  (await db.auditEntry.groupBy({ by: ["action"] }))
    .map(({ action }) => action)
    .filter((one) => actWords(one) === words);

async function whereOf({ who, act, from, until, targets }: AuditFilter): Promise<Prisma.AuditEntryWhereInput> {
  return {
    ...(who && { userId: who === PORTAL ? null : who }),
    ...(act && { action: { in: await actionsSaid(act) } }),
    at: { ...(from && { gte: from }), ...(until && { lt: until }) },
    ...(targets && { target: { in: [...targets] } }),
  };
}

/** The journal, newest first. */
export async function listAudit(_editor: Viewer, options: AuditFilter = {}): Promise<AuditPage> {
  const where = await whereOf(options);
  const total = await db.auditEntry.count({ where });
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(Math.max(1, options.page ?? 1), pageCount);
  const rows = await db.auditEntry.findMany({
    where,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  const names = await namesOf(rows.map(({ userId }) => userId));
  const items = rows.map(({ userId, details, ...row }) => ({
    ...row,
    who: userId && (names.get(userId) ?? WITHOUT_ACCOUNT),
    ...detailed(details),
  }));
  return { items, total, page, pageCount };
}

/** Who last saved an item and when, to tell an editor who passed before. @returns null when no editor ever saved it */
export async function lastSave(
  _editor: Viewer,
  noun: string,
  target: string,
): Promise<{ at: Date; who: string | null } | null> {
  const entry = await db.auditEntry.findFirst({
    where: { noun, target, action: { in: [`${noun}.create`, `${noun}.update`] } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { at: true, userId: true },
  });
  if (!entry) return null;
  const names = await namesOf([entry.userId]);
  return { at: entry.at, who: entry.userId && (names.get(entry.userId) ?? WITHOUT_ACCOUNT) };
}
