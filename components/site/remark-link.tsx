import { paths } from "#lib/platform/paths";

/** Not on its own page, which a page that nobody observes cannot tell. @param page the path of the page that is drawn; null for one that is somebody’s own */
export function RemarkLink({ page }: { page: string | null }) {
  return (
    <a
      href={paths.remark(page === null ? {} : { page })}
      rel="nofollow"
      className="[main:has(#remarque)_&]:hidden mx-auto mt-10 flex min-h-11 w-fit items-center px-4 text-center font-semibold print:hidden"
    >
      Cette page vous a-t-elle aidé{"\u202F"}? Répondre, ou signaler une erreur
    </a>
  );
}
