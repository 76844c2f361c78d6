import { AsyncLocalStorage } from "node:async_hooks";

/** One per process, though the pages and the worker load this module separately. */
const shared = globalThis as { __rehearsals?: AsyncLocalStorage<object> };
shared.__rehearsals ??= new AsyncLocalStorage();
const rehearsals = shared.__rehearsals;

/** Within a rehearsal everything reads and writes through its transaction, those begun meanwhile included. */
export function rehearsed(property: string | symbol): unknown {
  const tx = rehearsals.getStore();
  if (tx && property === "$transaction") return (work: (client: object) => unknown) => work(tx);
  const value = tx && Reflect.get(tx, property);
  return typeof value === "function" ? value.bind(tx) : value;
}

/** @param tx a transaction that its caller never commits */
export const within = <T>(tx: object, work: () => Promise<T>): Promise<T> => rehearsals.run(tx, work);
