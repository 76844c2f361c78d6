import { createHash } from "node:crypto";

/** Sixteen letters of base32, 80 bits: nobody finds them again from their hashes. */
const SHAPE = /^[a-z2-7]{16}$/;

const bare = (typed: string) => typed.replace(/[\s-]/g, "").toLowerCase();

export const isRecoveryCode = (typed: string): boolean => SHAPE.test(bare(typed));

export const recoveryCodeHash = (typed: string) =>
  createHash("sha256")
    .update(`recovery ${bare(typed)}`)
    .digest();

/** As people read them: « abcd-efgh-ijkl-mnop ». */
export const shownCode = (code: string): string => code.toLowerCase().replace(/.{4}(?=.)/g, "$&-");
