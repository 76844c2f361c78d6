import { paths } from "#lib/platform/paths";

/** @param page the path of the page that is drawn; null for one that is somebody’s own */
export function RemarkLink({ page }: { page: string | null }) {
  if (page === paths.remark()) return null;
  return (
    <a
      href={paths.remark(page === null ? {} : { page })}
      rel="nofollow"
      className="mx-auto mt-10 flex min-h-11 w-fit items-center px-4 text-center font-semibold print:hidden"
    >
      Cette page vous a-t-elle aidé{"\u202F"}? Répondre, ou signaler une erreur
    </a>
  );
}
