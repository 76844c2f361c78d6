import type { Role } from "#prisma/enums";

/** `read` sees the back office, `write` changes what it holds, `manage` decides who has an account. */
const ABLE = {
  read: ["administrator", "editor", "reader"],
  write: ["administrator", "editor"],
  manage: ["administrator"],
} as const satisfies Record<string, readonly Role[]>;
export type Ability = keyof typeof ABLE;

export const may = (role: Role, ability: Ability): boolean => (ABLE[ability] as readonly Role[]).includes(role);
