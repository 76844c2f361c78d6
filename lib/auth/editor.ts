import { may } from "#lib/auth/abilities";
import type { Role } from "#prisma/enums";

declare const checked: unique symbol;
declare const reads: unique symbol;
declare const writes: unique symbol;
declare const manages: unique symbol;
declare const belongs: unique symbol;

type Signed = {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  /** Of a partner; null of everybody else. */
  readonly centreId?: string | null;
};

/** Proof that the session and the role were read for this very request: an unchecked call does not compile. */
export type Account = Signed & { readonly [checked]: true };
/** The same, of somebody whose role may see what the portal holds. */
export type Viewer = Account & { readonly [reads]: true };
/** The same, of somebody whose role may change what the portal holds. */
export type Editor = Viewer & { readonly [writes]: true };
/** The same, of somebody who may decide who has an account. */
export type Administrator = Editor & { readonly [manages]: true };
/** The same, of somebody who sees what one centre holds, and writes its working copies; nothing else. */
export type Partner = Account & { readonly centreId: string; readonly [belongs]: true };

/** Mints the proof. Only lib/auth (after its check) and test factories may call it; a test guards that. */
export const accountOf = (user: Signed): Account => user as Account;

/** @returns null when the role may not see what the portal holds */
export const asViewer = (account: Account): Viewer | null => (may(account.role, "read") ? (account as Viewer) : null);

/** @returns null when the role may not write */
export const asEditor = (account: Account): Editor | null => (may(account.role, "write") ? (account as Editor) : null);

/** @returns null when the role may not manage accounts */
export const asAdministrator = (account: Account): Administrator | null =>
  may(account.role, "manage") ? (account as Administrator) : null;

/** @returns null when the role belongs to no centre */
export const asPartner = (account: Account): Partner | null =>
  may(account.role, "belong") && account.centreId ? (account as Partner) : null;

/** Reads an item as the team does. Only lib/partners, which looks whose item it is, may call it; a test guards that. */
export const viewerOfOwn = (partner: Partner): Viewer => partner as Account as Viewer;
