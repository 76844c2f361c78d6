import type { ReactNode } from "react";

type Props = { facts: ReactNode; form: ReactNode; children: ReactNode };

/** A session: its facts first, then what it is about, then the form; on a wide screen both stand beside the text. */
export function SessionColumns({ facts, form, children }: Props) {
  return (
    <div className="grid items-start gap-x-14 gap-y-8 py-8 sm:py-10 lg:grid-cols-[minmax(0,1fr)_26rem] lg:grid-rows-[auto_1fr]">
      <aside
        aria-label="En bref"
        className="rounded-card border border-line bg-surface p-5 sm:p-6 lg:col-start-2 [&_dd]:mb-0 [&_dl]:grid-cols-[max-content_minmax(0,1fr)]"
      >
        {facts}
      </aside>
      <div className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">{children}</div>
      {form && (
        <div className="min-w-0 rounded-card border-2 border-brand bg-surface px-5 sm:px-6 lg:col-start-2">{form}</div>
      )}
    </div>
  );
}
