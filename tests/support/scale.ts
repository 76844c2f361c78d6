import { availableParallelism, loadavg } from "node:os";

/** How many times longer things take now than on this machine alone. */
export const busyness = (): number => Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());

/** How much the load tests do: all of it when they are asked for by name, a part of it inside `npm test`. */
export const inFull = process.env.TEST_LOAD !== "part";
