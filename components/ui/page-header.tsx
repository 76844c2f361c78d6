import type { ReactNode } from "react";
import { Container } from "#components/ui/container";
import { Unbroken } from "#components/ui/unbroken";
import { french } from "#lib/platform/text";

type Props = {
  title: string;
  kicker?: string;
  lead?: string;
  picture?: ReactNode;
  /** The title tells what was just done: it takes the focus. */
  landing?: boolean;
  children?: ReactNode;
};

export function PageHeader({ title, kicker, lead, picture, landing = false, children }: Props) {
  return (
    <header className="branch bg-need-soft pt-4 pb-10 sm:pt-8 sm:pb-14">
      <Container>
        <div className="flex flex-col gap-x-8 gap-y-4 sm:flex-row sm:items-start">
          {picture && (
            <div className="hidden w-28 shrink-0 rounded-card bg-surface p-4 sm:block lg:w-36 lg:p-5">{picture}</div>
          )}
          <div className="min-w-0 max-w-3xl">
            {kicker && <p className="mb-2 font-semibold text-need">{french(kicker)}</p>}
            <h1 className="text-title outline-none" tabIndex={landing ? -1 : undefined} autoFocus={landing}>
              <Unbroken text={french(title)} />
            </h1>
            {lead && <p className="mt-4 text-lead">{french(lead)}</p>}
            {children && <div className="mt-4 sm:mt-5">{children}</div>}
          </div>
        </div>
      </Container>
    </header>
  );
}
