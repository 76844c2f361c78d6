import { headers } from "next/headers";

/** As the front wrote them. For actions only: a page that reads them is no longer the same for everyone. */
export const requestHeaders = async (): Promise<Headers> => headers();
