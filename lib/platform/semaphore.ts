/** Lets so many works go on at once in this process; the others wait outside, in order of arrival. */
export function semaphore(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  const outside: (() => void)[] = [];
  let free = places;
  const leave = () => {
    const next = outside.shift();
    // The place goes from hand to hand: nobody who has just come may take it in between.
    if (next) next();
    else free += 1;
  };
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((enter) => outside.push(enter));
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
