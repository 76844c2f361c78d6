import { paths } from "#lib/platform/paths";

export function PresentationLink() {
  return (
    <>
      <a href={paths.page("observatoire-des-partenariats")} className="inline-flex min-h-8 items-center">
        Qui interroge, et comment
      </a>
      {" · "}
      <a href={paths.figuresCsv()} className="inline-flex min-h-8 items-center">
        Tous les chiffres (CSV)
      </a>
    </>
  );
}
