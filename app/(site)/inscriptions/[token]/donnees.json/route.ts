import { notFound } from "next/navigation";
import { exportPerson } from "#lib/privacy/queries";

/** Everything that is held about the address that this link was sent to. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const held = await exportPerson((await params).token);
  if (!held) notFound();
  return new Response(JSON.stringify(held, null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="mes-donnees.json"',
      "Cache-Control": "no-store",
    },
  });
}
