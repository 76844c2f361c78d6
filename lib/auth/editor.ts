import { may } from "#lib/auth/abilities";
import type { Role } from "#prisma/enums";

declare const checked: unique symbol;
declare const writes: unique symbol;
declare const manages: unique symbol;

type Account = { readonly userId: string; readonly name: string; readonly role: Role };

/** Proof that the session and the role were read for this very request: an unchecked call does not compile. */
export type Viewer = Account & { readonly [checked]: true };
/** The same, of somebody whose role may change what the portal holds. */
export type Editor = Viewer & { readonly [writes]: true };
/** The same, of somebody who may decide who has an account. */
export type Administrator = Editor & { readonly [manages]: true };

/** Mints the proof. Only lib/auth (after its check) and test factories may call it; a test guards that. */
export const viewerOf = (user: Account): Viewer => user as Viewer;

/** @returns null when the role may not write */
export const asEditor = (viewer: Viewer): Editor | null => (may(viewer.role, "write") ? (viewer as Editor) : null);

/** @returns null when the role may not manage accounts */
export const asAdministrator = (viewer: Viewer): Administrator | null =>
  may(viewer.role, "manage") ? (viewer as Administrator) : null;
