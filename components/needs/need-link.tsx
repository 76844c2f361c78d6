import type { NeedReference } from "#lib/needs/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

export function NeedLink({ need }: { need: NeedReference }) {
  return (
    <a
      href={paths.need(need.slug)}
      className={`need-${need.position} inline-flex min-h-8 items-center rounded-full bg-need-soft px-3 text-need text-sm no-underline hover:underline`}
    >
      {french(need.title)}
    </a>
  );
}
