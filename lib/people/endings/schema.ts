import tlds from "tlds" with { type: "json" };

/** RFC 6761: reserved, and read as endings all the same. */
const RESERVED = ["example", "test", "invalid", "local", "localhost", "onion", "internal"];

export const ENDINGS: ReadonlySet<string> = new Set([...tlds, ...RESERVED]);
