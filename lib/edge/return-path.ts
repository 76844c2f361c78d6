import { paths } from "#lib/platform/paths";

/** Any host does: only what follows it is kept. */
const HERE = "http://portail.invalid";
const HOME = paths.admin();
const FRAMEWORK = "_rsc";

/** An address of the back office, so that no link to the sign-in page leads to another site. */
export function safeReturnPath(asked: unknown): string | null {
  if (typeof asked !== "string" || !URL.canParse(asked, HERE)) return null;
  const { origin, pathname, searchParams } = new URL(asked, HERE);
  if (origin !== HERE || (pathname !== HOME && !pathname.startsWith(`${HOME}/`))) return null;
  searchParams.delete(FRAMEWORK);
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
}

/** Where who they are is asked again; it leads back to the page, or to that of the form, which is not sent again. */
export function identityUrl(asked: string | null): string {
  const address = (asked ?? "").split(" ")[1]?.split("?", 1).join();
  return paths.signInStep("confirmer", { retour: safeReturnPath(address) ?? undefined });
}

/**
 * The sign-in page that leads back to what was asked for: « GET /administration/webinaires ». After a form it leads to
 * its page without the rest of its address, which tells what was done before.
 */
export function signInUrl(asked: string | null): string {
  const [method = "", address = ""] = (asked ?? "").split(" ");
  const isForm = method === "POST";
  const back = safeReturnPath(isForm ? address.split("?", 1).join() : address);
  return paths.signIn({ retour: back && back !== HOME ? back : undefined, perdu: isForm && back ? "oui" : undefined });
}
