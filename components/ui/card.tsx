import type { ReactNode } from "react";

/** A bordered surface for one thing among several. `element` is what it is in its list. */
export function Card({
  children,
  element: Element = "div",
  large = false,
}: {
  children: ReactNode;
  element?: "div" | "li" | "article";
  large?: boolean;
}) {
  return (
    <Element
      className={`relative flex h-full flex-col gap-2 rounded-card border border-line bg-surface p-5 has-[h3_a:hover]:border-brand sm:p-6 ${large ? "text-lg" : ""}`}
    >
      {children}
    </Element>
  );
}

/** The cards of a list, as many side by side as the screen allows. `columns` is the most. */
export function CardGrid({ children, columns = 3 }: { children: ReactNode; columns?: 2 | 3 | 4 }) {
  const wide = { 2: "", 3: "lg:grid-cols-3", 4: "md:grid-cols-3 lg:grid-cols-4" }[columns];
  return <ul className={`grid gap-4 sm:grid-cols-2 ${wide}`}>{children}</ul>;
}
