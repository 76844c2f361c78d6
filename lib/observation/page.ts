import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import { createElement, Fragment, type ReactNode } from "react";

/** What a page read in the database while it was drawn. */
export type Read = {
  tables: ReadonlySet<string>;
  /** Of the rows that it was given. */
  digest: string;
  /** Asks it again as at another instant, and gives its digest; null when it cannot be asked again. */
  again: ((at: Date) => Promise<string>) | null;
};

/** What every page says alike, read once for all of them; `read` is what a page that says it depends on. */
export type Common = { words: string; read: Read };

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
  common?: Common | null;
  draw?: (part: ReactNode) => string;
  /** What was drawn apart, each to be put in the place of its mark. */
  parts?: string[];
};

type Shared = { observations: AsyncLocalStorage<Observation>; addresses: AsyncLocalStorage<string>; slot: string };

/** One per process, though the front and the pages load this module separately. */
const globals = globalThis as { __observation?: Shared };
globals.__observation ??= {
  observations: new AsyncLocalStorage(),
  addresses: new AsyncLocalStorage(),
  slot: randomBytes(24).toString("base64url"),
};
const { observations, addresses, slot } = globals.__observation;

/** What stands, in a page that is kept, in place of the token that each visitor is given. */
export const SLOT = slot;

/** The page that is being drawn, when what it depends on is observed. */
export const observed = (): Observation | undefined => observations.getStore();

/** What every page says alike, where a page is drawn for everyone: it then depends on it. */
export function commonWords(): string | undefined {
  const page = observed();
  if (!page?.common) return undefined;
  page.reads.push(page.common.read);
  return page.common.words;
}

/** @param render may give a promise that begins only once it is awaited */
export const observe = <T>(observation: Observation, render: () => PromiseLike<T>): Promise<T> =>
  observations.run(observation, async () => await render());

/** @param path of what is drawn for one person, without parameters */
export const atAddress = <T>(path: string, draw: () => T): T => addresses.run(path, draw);

/** The address of what is being drawn, for everyone or for one; without parameters, null where nothing said it. */
export const drawnAddress = (): string | null => observed()?.path ?? addresses.getStore() ?? null;

/** Drawn first, whatever it stands among. */
const HEADED = /^<(meta|link|title|style|script [^>]{0,200}\basync\b)/;
/** What our own forms bring: the head takes it from the page as well as from the part. */
const MODULES = /^(?:<script type="module" async="" src="[^"]{1,100}"><\/script>)+/;
const SOURCE = / src="([^"]+)"/g;
const markOf = (rank: number) => `${SLOT}:${rank};`;

/**
 * A part of a page as HTML at once, so that the framework neither carries nor reads it: a mark stands for it until the page
 * leaves. Itself where nobody observes, and when the head of the page takes more of it than scripts. What acts or waits is no such part.
 */
export function drawn(part: ReactNode): ReactNode {
  const page = observed();
  const written = page?.draw?.(part);
  if (!page || written === undefined) return part;
  const [modules = ""] = MODULES.exec(written) ?? [];
  const html = written.slice(modules.length);
  if (HEADED.test(html)) return part;
  page.parts ??= [];
  const mark = markOf(page.parts.push(html) - 1);
  if (modules === "") return mark;
  const sources = Array.from(modules.matchAll(SOURCE), ([, src]) => src);
  const scripts = sources.map((src) => createElement("script", { key: src, type: "module", async: true, src }));
  return createElement(Fragment, null, scripts, mark);
}

/** The last ones first: they may hold marks of others. @param written the page byte for byte, as Latin-1 */
export const withParts = (written: string, parts: readonly string[] = []): string =>
  parts.reduceRight(
    (page, part, rank) => page.replaceAll(markOf(rank), () => Buffer.from(part).toString("latin1")),
    written,
  );
