import { log } from "#lib/platform/log";

/** One task among others: that it fails is told, and stops none of the others. */
export async function runTask<T>(task: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    log().error({ err: error, task }, "a task of the sweep failed");
    return undefined;
  }
}
