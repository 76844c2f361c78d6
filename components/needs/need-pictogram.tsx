const DRAWINGS = 7;

const looks = {
  plain: "size-14",
  title: "hidden w-28 rounded-card bg-surface p-4 sm:block lg:w-36 lg:p-5",
  card: "size-7 md:mb-2.5 md:size-14",
  detailed: "mb-4 h-auto w-16 sm:row-span-3 sm:mb-0 sm:w-24",
} as const;

/** The drawing of a need; decoration beside its name. @param position from 1 to 7 */
export function NeedPictogram({ position, look = "plain" }: { position: number; look?: keyof typeof looks }) {
  const drawing = `/images/besoins.svg#besoin-${((position - 1) % DRAWINGS) + 1}`;
  return <img src={drawing} alt="" fetchPriority="low" width="56" height="56" className={`shrink-0 ${looks[look]}`} />;
}
