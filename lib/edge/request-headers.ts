import { headers } from "next/headers";

/**
 * The headers of the request, as the front wrote them: the `guard` of an action that judges where a form comes from.
 * For actions only: a page that reads them is no longer the same for everyone.
 */
export const requestHeaders = async (): Promise<Headers> => headers();
