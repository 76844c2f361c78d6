import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";

/** What a page read in the database while it was drawn. */
export type Read = {
  tables: ReadonlySet<string>;
  /** Of the rows that it was given. */
  digest: string;
  /** Asks it again as at another instant, and gives its digest; null when it cannot be asked again. */
  again: ((at: Date) => Promise<string>) | null;
};

/** One drawing of a public page: everything in it happens at one instant. */
export type Observation = {
  /** Without parameters. */
  path?: string;
  at: Date;
  reads: Read[];
  /** Whether it asked what time it is. */
  timed: boolean;
  /** Whether it has a place for what each visitor is given. */
  slotted: boolean;
};

type Shared = { observations: AsyncLocalStorage<Observation>; slot: string };

/** One per process, though the front and the pages load this module separately. */
const globals = globalThis as { __observation?: Shared };
globals.__observation ??= { observations: new AsyncLocalStorage(), slot: randomBytes(24).toString("base64url") };
const { observations, slot } = globals.__observation;

/** What stands, in a page that is kept, in place of the token that each visitor is given. */
export const SLOT = slot;

/** The page that is being drawn, when what it depends on is observed. */
export const observed = (): Observation | undefined => observations.getStore();

/** @param render may give a promise that begins only once it is awaited */
export const observe = <T>(observation: Observation, render: () => PromiseLike<T>): Promise<T> =>
  observations.run(observation, async () => await render());
