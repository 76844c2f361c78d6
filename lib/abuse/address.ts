import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import { derivedKey } from "#lib/abuse/secret";

const GROUPS = 8;
const GROUPS_OF_A_NETWORK = 4;

/** What one subscriber is given: an IPv4 address, or the /64 of an IPv6 address. */
function subscriber(address: string): string {
  if (!isIPv6(address)) return address;
  // The standard's own way to write an address: lower case, no zero in front, one « :: ».
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [before = [], after = []] = canonical.split("::").map((side) => side.split(":").filter(Boolean));
  const zeros = Array<string>(GROUPS - before.length - after.length).fill("0");
  return [...before, ...zeros, ...after].slice(0, GROUPS_OF_A_NETWORK).join(":");
}

/** Its key changes each day (UTC): nothing stored says whence a visitor came, nor that two days saw the same one. */
export function networkName(address: string, at: Date): string {
  const key = derivedKey(`address ${at.toISOString().slice(0, 10)}`);
  return createHmac("sha256", key).update(subscriber(address)).digest("base64url");
}
