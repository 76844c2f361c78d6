import { notFound } from "next/navigation";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { shareImage } from "#lib/share-images/drawing";
import { findSubject } from "#lib/share-images/subject";

type Props = { params: Promise<{ address: string[] }> };

const HOME = paths.shareImage(paths.home());

/** What a shared link shows of the page whose address follows. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const asked = `/${(await params).address.join("/")}`;
  const subject = await findSubject(paths.shareImage(asked) === HOME ? paths.home() : asked, now());
  if (!subject) notFound();
  return new Response(new Uint8Array(await shareImage(subject)), { headers: { "Content-Type": "image/png" } });
}
