const seconds = (ms: number) =>
  (ms / 1000).toLocaleString("fr-FR", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A failure whose sentence is written for the person at the keyboard; anything else is shown as an accident. */
export class CommandError extends Error {}

/**
 * Announces a step, runs it and tells how long it took.
 * @param position « 2/5 »
 */
export async function step<T>(position: string, name: string, work: () => Promise<T>): Promise<T> {
  process.stdout.write(`  ${position}  ${name}…`);
  const started = performance.now();
  try {
    const result = await work();
    process.stdout.write(` fait en ${seconds(performance.now() - started)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write(" arrêt\n");
    throw error;
  }
}

/** Runs a command's body; an error ends the process with a French sentence and exit code 1. */
export async function runCommand(body: () => Promise<void>): Promise<void> {
  try {
    await body();
  } catch (error) {
    if (error instanceof CommandError) process.stderr.write(`\n${error.message}\n`);
    else process.stderr.write(`\nUn incident inattendu a arrêté la commande.\n${(error as Error).stack ?? error}\n`);
    process.exit(1);
  }
}
