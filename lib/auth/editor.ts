import type { Role } from "#prisma/enums";

declare const checked: unique symbol;

/** Proof that the session and the role were read for this very request: an unchecked call does not compile. */
export type Editor = { readonly userId: string; readonly name: string; readonly role: Role; readonly [checked]: true };

/** Mints the proof. Only lib/auth (after its check) and test factories may call it; a test guards that. */
export const editorOf = (user: { userId: string; name: string; role: Role }): Editor => user as Editor;
