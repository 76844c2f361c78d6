import { LRUCache } from "lru-cache";
import { type Entry, sizeOf } from "#lib/edge/page-cache/entry";

export type Store = {
  get(address: string): Entry | undefined;
  /** Unless something more recent is there. */
  set(address: string, entry: Entry): void;
  protect(addresses: readonly string[]): void;
  isProtected(address: string): boolean;
  bytes(): number;
};

const BYTES_OF_A_CHARACTER = 2;
const SHARE_OF_OTHERS = 0.25;

/** @param maxBytes for everything; whatever is asked for, the protected addresses keep three quarters of it */
export function createStore(maxBytes: number): Store {
  const shelf = (maxSize: number) =>
    new LRUCache<string, Entry>({
      maxSize: Math.ceil(maxSize),
      sizeCalculation: (entry, address) => sizeOf(entry) + BYTES_OF_A_CHARACTER * address.length,
    });
  const named = shelf(maxBytes * (1 - SHARE_OF_OTHERS));
  const others = shelf(maxBytes * SHARE_OF_OTHERS);
  let names: ReadonlySet<string> = new Set();
  const get = (address: string) => named.get(address) ?? others.get(address);
  return {
    get,
    set: (address, entry) => {
      const known = get(address);
      if (known && known.asOf > entry.asOf) return;
      (names.has(address) ? named : others).set(address, entry);
    },
    protect: (addresses) => {
      names = new Set(addresses);
      for (const address of named.keys()) if (!names.has(address)) named.delete(address);
      for (const address of names) {
        const entry = others.get(address);
        if (!entry) continue;
        others.delete(address);
        named.set(address, entry);
      }
    },
    isProtected: (address) => names.has(address),
    bytes: () => named.calculatedSize + others.calculatedSize,
  };
}
