/** Outcome of a mutation: an expected refusal is a value with a reason, an accident is an exception. */
export type Result<T extends object, R extends string> = ({ ok: true } & T) | { ok: false; reason: R };
