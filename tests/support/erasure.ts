import { forgetFarewells } from "#lib/notices/farewell/mutations";
import { db } from "#lib/platform/db";
import { eraseOnRequest } from "#lib/privacy/mutations";
import { later } from "#tests/support/clock";

export async function eraseToTheEnd(...[token, at]: Parameters<typeof eraseOnRequest>) {
  const outcome = await eraseOnRequest(token, at);
  await db.outgoingMail.updateMany({ where: { kind: "person-erased" }, data: { status: "sent" } });
  await forgetFarewells(later(0));
  return outcome;
}
