import { Fragment, type ReactNode } from "react";

/** What is known of a thing, as pairs; a pair without a value is left out. */
export function Facts({ facts }: { facts: readonly { name: string; value: ReactNode }[] }) {
  const filled = facts.filter(({ value }) => value !== null && value !== false && value !== undefined && value !== "");
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_1fr]">
      {filled.map(({ name, value }) => (
        <Fragment key={name}>
          <dt className="font-semibold text-muted">{name}</dt>
          <dd className="mb-2 min-w-0 sm:mb-0">{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
