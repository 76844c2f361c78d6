import { readFileSync } from "node:fs";
import { senderMailbox } from "#lib/mail/sender";
import type { Env } from "#lib/platform/env";

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/i;
const TLS_PARAMETERS = ["requireTLS", "ignoreTLS", "opportunisticTLS"];

export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);

/** No password crosses a network in clear, unless the parameters of the address say so. */
function requiresTls(url: URL): boolean {
  const isSaid = TLS_PARAMETERS.some((name) => url.searchParams.has(name));
  return url.protocol === "smtp:" && url.password !== "" && !isLoopback(url.hostname) && !isSaid;
}

export const connectionSettings = (url: string) => ({ url, ...(requiresTls(new URL(url)) && { requireTLS: true }) });

/** DKIM (RFC 6376), for the domain that messages come from. */
export function signature({ DKIM_SELECTOR, DKIM_KEY_FILE, MAIL_FROM }: Env) {
  if (!DKIM_SELECTOR || !DKIM_KEY_FILE) return {};
  const [, domainName = ""] = senderMailbox(MAIL_FROM).address.split("@");
  return { dkim: { domainName, keySelector: DKIM_SELECTOR, privateKey: readFileSync(DKIM_KEY_FILE, "utf8") } };
}
