import { format, stripVTControlCharacters } from "node:util";
import pino from "pino";
import { env } from "#lib/platform/env";

const shared = globalThis as { __log?: pino.Logger };

/** Ends of line and orders to a terminal, which JSON leaves as they are; the last one of a line ends it. */
const UNPRINTED = /[\u007f-\u009f\u2028\u2029]/g;
const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** One JSON line per event on the standard output; UTC; never a personal datum. */
export function log(): pino.Logger {
  shared.__log ??= pino({
    level: env().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: { streamWrite: (line) => line.replace(UNPRINTED, escaped) },
  });
  return shared.__log;
}

const LEVELS = { error: "error", warn: "warn", info: "info", log: "info", debug: "debug" } as const;

/** What the framework and libraries say on the console becomes events too: in one line, without colours. */
export function logConsole(): void {
  for (const [name, level] of Object.entries(LEVELS)) {
    Object.assign(console, {
      [name]: (...said: unknown[]) => log()[level](stripVTControlCharacters(format(...said)).trim()),
    });
  }
}
