import type { ReactNode } from "react";
import { french } from "#lib/platform/text";

const looks = {
  information: "border-brand",
  success: "border-success",
  warning: "border-accent",
  danger: "border-danger",
} as const;

type Props = { title?: string; look?: keyof typeof looks; children?: ReactNode };

export function Notice({ title, look = "information", children }: Props) {
  return (
    <div className={`rounded-r-card border-l-4 bg-surface p-4 sm:p-5 ${looks[look]}`}>
      {title && <p className="font-bold">{french(title)}</p>}
      {children}
    </div>
  );
}
