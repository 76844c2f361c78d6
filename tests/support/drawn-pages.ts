import { readdirSync } from "node:fs";
import path from "node:path";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PROJECT_ROOT } from "#lib/platform/root";

type Module = {
  default: (props: object) => Promise<ReactNode>;
  generateMetadata?: (props: object) => Promise<Metadata>;
};

const SITE = path.join(PROJECT_ROOT, "app/(site)");
const PAGES = readdirSync(SITE, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "page.tsx")
  .map((file) =>
    path
      .dirname(file)
      .split("/")
      .filter((segment) => segment !== "."),
  );

const isParameter = (segment: string) => segment.startsWith("[");

/** The page of an address: of two, that which names more of it. */
function pageOf(segments: string[]): string[] {
  const fits = (page: string[]) =>
    page.length === segments.length && page.every((name, index) => isParameter(name) || name === segments[index]);
  const named = (page: string[]) => page.filter((name) => !isParameter(name)).length;
  const [page] = PAGES.filter(fits).toSorted((a, b) => named(b) - named(a));
  if (!page) throw new Error(`No page answers /${segments.join("/")}.`);
  return page;
}

/** What the page of an address draws, with what it says in its head, as the portal asks for them. */
export async function drawnPage(address: string): Promise<{ metadata: Metadata | undefined; content: ReactNode }> {
  const { pathname, searchParams } = new URL(address, "http://portail.invalid");
  const segments = pathname.split("/").filter(Boolean);
  const page = pageOf(segments);
  const module: Module = await import(path.join(SITE, ...page, "page.tsx"));
  const named = page.flatMap((name, index) => (isParameter(name) ? [[name.slice(1, -1), segments[index]]] : []));
  const props = {
    params: Promise.resolve(Object.fromEntries(named)),
    searchParams: Promise.resolve(Object.fromEntries(searchParams)),
  };
  const metadata = await module.generateMetadata?.(props);
  return { metadata, content: await module.default(props) };
}
