import pino from "pino";
import { env } from "#lib/platform/env";

const shared = globalThis as { __log?: pino.Logger };

/** One JSON line per event on the standard output; UTC; never a personal datum. */
export function log(): pino.Logger {
  shared.__log ??= pino({ level: env().LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return shared.__log;
}
