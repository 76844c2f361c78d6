/** A part that is cut is sent again whole: small enough for a slow network. */
export const PART_BYTES = 500_000;
