import { GRACE_MS } from "#lib/auth/rules";
import type { Role } from "#prisma/enums";

/**
 * `read` sees the back office, `write` changes what it holds, `manage` decides who has an account; `belong` sees what one
 * centre holds, and writes its working copies.
 */
const ABLE = {
  read: ["administrator", "editor", "reader"],
  write: ["administrator", "editor"],
  manage: ["administrator"],
  belong: ["partner"],
} as const satisfies Record<string, readonly Role[]>;
export type Ability = keyof typeof ABLE;

export const may = (role: Role, ability: Ability): boolean => (ABLE[ability] as readonly Role[]).includes(role);

type Secured = { role: Role; totpSecret: string | null; secondFactorDueAt: Date | null; createdAt: Date };

/** When an administrator must have a second factor. @returns null when nothing is asked of this account */
export function secondFactorDue({ role, totpSecret, secondFactorDueAt, createdAt }: Secured): Date | null {
  if (totpSecret !== null || !may(role, "manage")) return null;
  return secondFactorDueAt ?? new Date(createdAt.getTime() + GRACE_MS);
}
