import fc from "fast-check";

/**
 * The same cases at every run: one drawn once in a thousand would stop whoever changed something else.
 * PROPERTY_SEED, an integer, draws others.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) });

export default fc;
