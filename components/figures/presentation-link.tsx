import { paths } from "#lib/platform/paths";

export function PresentationLink() {
  return <a href={paths.page("observatoire-des-partenariats")}>Qui interroge, et comment</a>;
}
