/** A percentage as a length; its text stands beside it, so nothing is read twice. @param percentage from 0 to 100 */
export function FigureBar({ percentage }: { percentage: number }) {
  return (
    <svg
      viewBox="0 0 100 1"
      preserveAspectRatio="none"
      className="h-2.5 w-full rounded-full bg-sunken text-brand"
      aria-hidden="true"
      focusable="false"
    >
      <rect width={percentage} height="1" fill="currentColor" />
    </svg>
  );
}
