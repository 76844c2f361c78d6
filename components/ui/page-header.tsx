import type { ReactNode } from "react";
import { Unbroken } from "#components/ui/unbroken";
import { french } from "#lib/platform/text";

type Props = {
  title: string;
  kicker?: string;
  lead?: ReactNode;
  picture?: ReactNode;
  /** The title tells what was just done: it takes the focus. */
  landing?: boolean;
  /** One line, above the answers to what was asked. */
  brief?: boolean;
  children?: ReactNode;
};

const shape = "banner contained pt-4 sm:pt-8";

export function PageHeader({ title, kicker, lead, picture, landing = false, brief = false, children }: Props) {
  if (brief)
    return (
      <header className="contained bg-need-soft pt-1 pb-3">
        <h1 className="text-heading">{french(title)}</h1>
      </header>
    );
  const text = (
    <>
      {kicker && <p className="mb-2 font-semibold text-need">{french(kicker)}</p>}
      <h1 className="text-title outline-none" tabIndex={landing ? -1 : undefined} autoFocus={landing}>
        <Unbroken text={french(title)} />
      </h1>
      {lead && <p className="mt-4 text-lead">{typeof lead === "string" ? french(lead) : lead}</p>}
      {children && <div className="mt-4 sm:mt-5">{children}</div>}
    </>
  );
  if (!picture) return <header className={`${shape} *:max-w-3xl`}>{text}</header>;
  return (
    <header className={`${shape} gap-8 sm:flex sm:items-start`}>
      {picture}
      <div className="min-w-0 max-w-3xl">{text}</div>
    </header>
  );
}
