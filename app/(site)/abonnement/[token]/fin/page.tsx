import { redirect } from "next/navigation";
import { paths } from "#lib/platform/paths";

/** Some mailboxes open the address that they should post to: it shows, and ends nothing. */
export default async function DigestEndPage({ params }: { params: Promise<{ token: string }> }) {
  redirect(paths.digest((await params).token));
}
