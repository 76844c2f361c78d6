import type { ReactNode } from "react";

const line = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 2.5,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;
const soft = { fill: "currentColor", opacity: 0.18 } as const;

/** One drawing per need, in their order: a soft shape and a line, on a grid of 48. */
const drawings: ReactNode[] = [
  // A leaf under a magnifying glass.
  <>
    <circle cx="21" cy="21" r="15" {...soft} />
    <circle cx="21" cy="21" r="15" {...line} />
    <path d="m32 32 11 11" {...line} />
    <path d="M15 27c0-8 4-12 12-13 0 8-4 12-12 13Zm0 0 7-7" {...line} />
  </>,
  // Places tied together.
  <>
    <circle cx="24" cy="24" r="9" {...soft} />
    <circle cx="24" cy="24" r="5" {...line} />
    <circle cx="9" cy="12" r="4" {...line} />
    <circle cx="39" cy="10" r="4" {...line} />
    <circle cx="11" cy="38" r="4" {...line} />
    <circle cx="38" cy="37" r="4" {...line} />
    <path d="m12 15 8 6m8-1 8-7M14 35l6-7m8 0 7 6" {...line} />
  </>,
  // Two rings that share a part.
  <>
    <path d="M24 14a13 13 0 0 1 0 20 13 13 0 0 1 0-20Z" {...soft} />
    <circle cx="17" cy="24" r="12.5" {...line} />
    <circle cx="31" cy="24" r="12.5" {...line} />
  </>,
  // A compass.
  <>
    <circle cx="24" cy="24" r="19" {...soft} />
    <circle cx="24" cy="24" r="19" {...line} />
    <path d="m31 17-4 10-10 4 4-10Z" {...line} />
    <path d="M24 5v4m0 30v4M5 24h4m30 0h4" {...line} />
  </>,
  // A dial.
  <>
    <path d="M6 34a18 18 0 0 1 36 0Z" {...soft} />
    <path d="M6 34a18 18 0 0 1 36 0Z" {...line} />
    <path d="m24 34 9-11M13 28l2 1m9-9v2m-17 20h34" {...line} />
  </>,
  // Three people.
  <>
    <path d="M13 40c0-7 5-11 11-11s11 4 11 11Z" {...soft} />
    <circle cx="24" cy="20" r="6" {...line} />
    <path d="M13 40c0-7 5-11 11-11s11 4 11 11" {...line} />
    <circle cx="9" cy="17" r="4" {...line} />
    <circle cx="39" cy="17" r="4" {...line} />
    <path d="M3 33c0-5 3-8 7-8m35 8c0-5-3-8-7-8" {...line} />
  </>,
  // Three streams that become one.
  <>
    <path d="M15 30c0 8 4 13 9 13s9-5 9-13Z" {...soft} />
    <path d="M8 5c0 14 16 10 16 25m0-25v25M40 5c0 14-16 10-16 25" {...line} />
    <path d="M13 30h22c0 8-4 13-11 13s-11-5-11-13Z" {...line} />
  </>,
];

/** The drawing of a need; decoration beside its name. @param position from 1 to 7 */
export function NeedPictogram({ position, large = false }: { position: number; large?: boolean }) {
  return (
    <svg viewBox="0 0 48 48" className={large ? "size-20" : "size-11"} aria-hidden="true" focusable="false">
      {drawings[(position - 1) % drawings.length]}
    </svg>
  );
}
