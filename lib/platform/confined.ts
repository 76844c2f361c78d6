import { Worker } from "node:worker_threads";
import type { Result } from "#lib/platform/result";
import { PROJECT_ROOT } from "#lib/platform/root";

/** Files that people bring are read aside: one that takes too long, or too much memory, stops nobody else. */
const MOST = { milliseconds: 10_000, megabytes: 256 };

const THREAD = `${PROJECT_ROOT}lib/jobs/confined.ts`;
/** Under its own name, since the bundler looks for the file of a Worker among its own. */
class Thread extends Worker {}

const EXHAUSTED = ["ERR_WORKER_OUT_OF_MEMORY"];

export type Confined = { name: string; given: readonly unknown[] };

/**
 * What a reader returns, from a thread of its own.
 * @param name that of `lib/jobs/confined`
 * @returns `exhausted` when it was stopped, or called itself too deep
 */
export function confined<F extends (...given: never[]) => unknown>(
  name: string,
  given: Parameters<F>,
  most = MOST,
): Promise<Result<{ value: Awaited<ReturnType<F>> }, "exhausted">> {
  type Outcome = Result<{ value: Awaited<ReturnType<F>> }, "exhausted">;
  return new Promise<Outcome>((resolve, reject) => {
    const thread = new Thread(THREAD, {
      workerData: { name, given } satisfies Confined,
      resourceLimits: { maxOldGenerationSizeMb: most.megabytes },
      execArgv: [],
    });
    let timer: NodeJS.Timeout | undefined;
    const end = (settle: () => void) => {
      clearTimeout(timer);
      settle();
      void thread.terminate();
    };
    const exhausted = () => end(() => resolve({ ok: false, reason: "exhausted" }));
    thread.on("message", (message: { loaded: true } | { value: Awaited<ReturnType<F>> }) => {
      if ("loaded" in message) timer = setTimeout(exhausted, most.milliseconds);
      else end(() => resolve({ ok: true, value: message.value }));
    });
    thread.once("error", (error: NodeJS.ErrnoException) => {
      if (EXHAUSTED.includes(error.code ?? "") || error instanceof RangeError) exhausted();
      else end(() => reject(error));
    });
  });
}
