import type { ReactNode } from "react";

const shape =
  "inline-flex min-h-12 items-center justify-center gap-2 rounded-full border-2 px-6 py-2 text-center font-semibold no-underline";

const looks = {
  primary: "border-brand bg-brand text-on-brand hover:border-brand-strong hover:bg-brand-strong",
  secondary: "border-control bg-surface text-ink hover:border-brand",
  danger: "border-danger bg-surface text-danger hover:bg-sunken",
} as const;

export type ButtonLook = keyof typeof looks;

export function LinkButton({
  href,
  look = "primary",
  apart = false,
  children,
}: {
  href: string;
  look?: ButtonLook;
  /** In a tab of its own; its words say so. */
  apart?: boolean;
  children: ReactNode;
}) {
  return (
    <a
      href={href}
      {...(apart && { target: "_blank", rel: "noopener noreferrer" })}
      className={`${shape} ${looks[look]}`}
    >
      {children}
    </a>
  );
}

type ButtonProps = { look?: ButtonLook; name?: string; value?: string; formAction?: string; children: ReactNode };

/** A button that sends its form. `name` and `value` tell which one was pressed. */
export function Button({ look = "primary", children, ...attributes }: ButtonProps) {
  return (
    <button type="submit" {...attributes} className={`cursor-pointer ${shape} ${looks[look]}`}>
      {children}
    </button>
  );
}
