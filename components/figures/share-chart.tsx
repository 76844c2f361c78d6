type Props = { shares: readonly number[]; look: "bars" | "points" };

/** Where the mark of a row stands in it, from its top. */
const PLACE = 0.92;

/**
 * Shares under the lines of a list whose rows are equally high, one row each, all on the scale of the page. A drawing of
 * what these lines say. @param props.shares from 0 to 100
 */
export function ShareChart({ shares, look }: Props) {
  const rows = shares.map((share, rank) => ({ share, y: (rank + PLACE).toFixed(2) }));
  const marks = rows.map(({ share, y }) => (look === "bars" ? `M0 ${y}H${share}` : `M${share} ${y}h.01`));
  return (
    <svg
      width="100"
      height={10 * shares.length}
      className={look}
      viewBox={`0 0 100 ${shares.length}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path vectorEffect="non-scaling-stroke" d={rows.map(({ y }) => `M0 ${y}H100`).join("")} />
      <path vectorEffect="non-scaling-stroke" d={marks.join("")} />
    </svg>
  );
}
