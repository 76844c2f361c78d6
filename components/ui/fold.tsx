import type { ReactNode } from "react";

/** Where the browser can, the choices stand open on a wide screen; elsewhere they unfold. */
const unfolded = "lg:[&::details-content]:[content-visibility:visible] lg:[&::details-content]:[block-size:auto]";

/** `line` stands in a text, `card` on a page, `inset` in a panel; `choices` and `reading` fold on a phone only. */
const looks = {
  line: { box: undefined, summary: "min-h-11 py-2 font-semibold text-brand" },
  card: {
    box: "rounded-card border border-line bg-surface px-4 open:pb-5 sm:px-5",
    summary: "min-h-11 py-2.5 font-semibold text-brand",
  },
  inset: { box: "rounded-lg border border-line bg-paper px-4 open:pb-4", summary: "py-2.5 font-semibold" },
  choices: {
    box: `rounded-card border border-line bg-surface p-2 ${unfolded}`,
    summary: "min-h-11 px-3 py-2 font-semibold supports-[selector(::details-content)]:lg:hidden",
  },
  reading: {
    box: "unfolds",
    summary: "min-h-11 py-2.5 font-display text-lg leading-tight",
  },
} as const;

type Props = { summary: string; look: keyof typeof looks; open?: boolean; children: ReactNode };

/** What only some need, unfolded on request with no script, and by the front where a form in it comes back. */
export function Fold({ summary, look, open = false, children }: Props) {
  return (
    <details open={open} className={looks[look].box}>
      <summary className={looks[look].summary}>{summary}</summary>
      {look === "card" ? <div className="mt-3 grid gap-6">{children}</div> : children}
    </details>
  );
}
