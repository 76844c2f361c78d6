"use server";

import { formAction } from "#lib/edge/form-action";
import { guardRegistration } from "#lib/edge/form-guard";
import { requestHeaders } from "#lib/edge/request-headers";
import { publicAddresses } from "#lib/feeds/sitemap";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { leaveRemark } from "#lib/remarks/mutations";
import { pageAmong } from "#lib/remarks/rules";
import { remarkForm } from "#lib/remarks/schema";

export const sendRemark = formAction({
  schema: remarkForm,
  guard: requestHeaders,
  run: async ({ page: typed, verdict, text, email, doubted: _, ...proof }, headers) => {
    const at = now();
    const guarded = await guardRegistration(proof, headers, at);
    if (!guarded.ok) return guarded;
    const pages = await publicAddresses(at);
    const page = pageAmong(
      typed,
      pages.map(({ path }) => path),
    );
    await leaveRemark({ page, verdict, text, email }, proof.formToken ?? "", at);
    return { ok: true, redirectTo: paths.remark({ merci: "1", ...(page !== null && { page }) }) };
  },
});
