import { setImmediate } from "node:timers/promises";

type Waiting<Asked, Answer> = { asked: Asked } & PromiseWithResolvers<Answer>;

/**
 * Does together what is asked of one thing at the same time: whoever comes while a batch is at work is in the next one.
 * @param work answers in the order of what was asked
 * @param most in a batch
 */
export function batches<Asked, Answer>(
  work: (thing: string, asked: Asked[]) => Promise<Answer[]>,
  most: number,
): (thing: string, asked: Asked) => Promise<Answer> {
  const queues = new Map<string, Waiting<Asked, Answer>[]>();
  async function answerAll(thing: string, queue: Waiting<Asked, Answer>[]): Promise<void> {
    await setImmediate();
    while (queue.length) {
      const batch = queue.splice(0, most);
      try {
        const everything = batch.map(({ asked }) => asked);
        const answers = await work(thing, everything);
        for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    queues.delete(thing);
  }
  return (thing, asked) => {
    const waiting = { asked, ...Promise.withResolvers<Answer>() };
    const queue = queues.get(thing) ?? [];
    if (queue.push(waiting) === 1 && !queues.has(thing)) void answerAll(thing, queue);
    queues.set(thing, queue);
    return waiting.promise;
  };
}
