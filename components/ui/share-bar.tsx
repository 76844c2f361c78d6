const track = "h-2.5 w-full appearance-none overflow-hidden rounded-full border-0 bg-sunken";
const webkit =
  "[&::-webkit-meter-bar]:h-2.5 [&::-webkit-meter-bar]:border-0 [&::-webkit-meter-bar]:bg-sunken [&::-webkit-meter-bar]:bg-none [&::-webkit-meter-optimum-value]:bg-brand [&::-webkit-meter-optimum-value]:bg-none";
const gecko = "[&::-moz-meter-bar]:bg-brand [&::-moz-meter-bar]:bg-none";

/** A percentage as a length; its text stands beside it, so nothing is read twice. @param percentage from 0 to 100 */
export function ShareBar({ percentage }: { percentage: number }) {
  return <meter min={0} max={100} value={percentage} aria-hidden="true" className={`${track} ${webkit} ${gecko}`} />;
}
