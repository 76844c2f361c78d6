import type { ReactNode } from "react";

const looks = {
  plain: "border-line bg-sunken text-ink",
  need: "border-transparent bg-need-soft text-need",
  doubt: "border-accent bg-transparent text-accent border-dashed",
  strong: "border-transparent bg-brand text-on-brand",
} as const;

/** A word or two about a thing. The word carries the meaning, the look only helps. */
export function Tag({ children, look = "plain" }: { children: ReactNode; look?: keyof typeof looks }) {
  return (
    <>
      <span className={`inline-block rounded-full border px-2.5 py-0.5 text-sm ${looks[look]}`}>{children}</span>{" "}
    </>
  );
}
