/** How much the load tests do: all of it when they are asked for by name, a part of it inside `npm test`. */
export const inFull = process.env.TEST_LOAD !== "part";
