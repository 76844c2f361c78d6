import type { COLUMNS, Rows } from "#lib/privacy/columns";

type ErasedRequired<T extends keyof Rows> = {
  [K in keyof Rows[T]]: (typeof COLUMNS)[T][K & keyof (typeof COLUMNS)[T]] extends "personal" | "trace"
    ? null extends Rows[T][K]
      ? never
      : K
    : never;
}[keyof Rows[T]];

/** SQL: what stands, once a registration is anonymised, in those of its erased columns that may not be null. */
export const BLANKS: Record<ErasedRequired<"Registration">, string> = {
  firstName: "''",
  lastName: "''",
};
