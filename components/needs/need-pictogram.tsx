import type { ReactNode } from "react";

/** Three papers are cut for every drawing: the dark one, the bright one, and the one underneath. */
const dark = { className: "fill-need" };
const bright = { className: "fill-need-vivid" };
const below = { className: "fill-surface" };
const darkLine = { className: "fill-none stroke-need", strokeWidth: 5, strokeLinecap: "round" } as const;

/** One drawing per need, in their order, on a grid of 96. */
const drawings: ReactNode[] = [
  // A seedling under a magnifying glass.
  <>
    <path d="m62 62 19 19" {...darkLine} strokeWidth={10} />
    <circle cx="42" cy="42" r="26" className="fill-surface stroke-need" strokeWidth={6.5} />
    <path d="M41 57C28 56 23 45 26 33c12 2 18 12 15 24Z" {...bright} />
    <path d="M43 53c-2-13 4-23 17-26 2 14-5 24-17 26Z" {...dark} />
  </>,
  // A marked place among fields.
  <>
    <path d="M12 42 44 30l7 25-33 15ZM56 58l30-6 2 20-23 10Z" {...bright} />
    <path d="m48 29 28-5 10 24-31 6ZM20 73l32-14 10 24-30 5Z" {...dark} opacity={0.45} />
    <path d="M50 60C38 46 33 38 33 28a17 17 0 0 1 34 0c0 10-5 18-17 32Z" {...dark} />
    <circle cx="50" cy="28" r="7" {...below} />
  </>,
  // Two linked rings: an alliance, in both senses.
  <>
    <circle cx="34" cy="48" r="23" className="fill-none stroke-need-vivid" strokeWidth={10} />
    <circle cx="62" cy="48" r="23" className="fill-none stroke-need" strokeWidth={10} />
    <path d="M40.5 70A23 23 0 0 0 55 57.5" className="fill-none stroke-need-vivid" strokeWidth={10} />
  </>,
  // A path that climbs to a flag.
  <>
    <path d="M6 86c8-28 24-44 42-44s34 16 42 44Z" {...bright} />
    <path d="M30 86c2-8 28-8 28-17S38 58 48 42" {...darkLine} className="fill-none stroke-surface" strokeWidth={6} />
    <path d="M48 43V12" {...darkLine} />
    <path d="M48 12c10-5 16 5 27 0v17c-11 5-17-5-27 0Z" {...dark} />
  </>,
  // An arch that waits for its keystone.
  <>
    <path
      d="M88.0 78.9A40 40 0 0 0 81.0 57.4L65.3 68.1A21 21 0 0 1 69.0 79.4ZM79.7 55.6A40 40 0 0 0 61.4 42.3L55.0 60.2A21 21 0 0 1 64.6 67.2ZM34.6 42.3A40 40 0 0 0 16.3 55.6L31.4 67.2A21 21 0 0 1 41.0 60.2ZM15.0 57.4A40 40 0 0 0 8.0 78.9L27.0 79.4A21 21 0 0 1 30.7 68.1Z"
      {...bright}
    />
    <path d="M59.3 31.6A40 40 0 0 0 36.7 31.6L42.1 49.9A21 21 0 0 1 53.9 49.9Z" {...dark} />
    <path d="M5 84h86" {...darkLine} />
  </>,
  // Three people shoulder to shoulder.
  <>
    <path
      d="M4 84c0-18 7-28 18-28s18 10 18 28ZM56 84c0-18 7-28 18-28s18 10 18 28ZM22 35a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM74 35a9 9 0 1 1 0 18 9 9 0 0 1 0-18Z"
      {...bright}
    />
    <path d="M24 84c0-22 9-35 24-35s24 13 24 35Z" className="fill-need stroke-surface" strokeWidth={4} />
    <circle cx="48" cy="33" r="11.5" {...dark} />
  </>,
  // One stem, three fruits: what is shared, what is paid, what is given.
  <>
    <path d="M48 90V46M48 74C36 74 26 66 25 54M48 66c12 0 21-6 23-16" {...darkLine} />
    <path d="M48 52C34 40 34 20 48 6c14 14 14 34 0 46Z" {...dark} />
    <path
      d="M22 32a14 14 0 1 1 0 28 14 14 0 0 1 0-28ZM74 60C62 52 58 45 60 39s10-8 14 0c4-8 12-6 14 0s-2 13-14 21Z"
      {...bright}
    />
    <circle cx="22" cy="46" r="6" {...below} />
  </>,
];

/** The drawing of a need; decoration beside its name. @param position from 1 to 7 */
export function NeedPictogram({ position, large = false }: { position: number; large?: boolean }) {
  return (
    <svg
      viewBox="0 0 96 96"
      width="56"
      height="56"
      className={`need-${position} shrink-0 ${large ? "h-auto w-full" : "size-14"}`}
      aria-hidden="true"
      focusable="false"
    >
      {drawings[(position - 1) % drawings.length]}
    </svg>
  );
}
