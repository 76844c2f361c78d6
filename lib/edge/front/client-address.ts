import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** Where the front tells the pages the visitor's address; written or removed at every request. */
export const CLIENT_ADDRESS = "x-client-address";

/** Loopback, private networks, link-local and carrier-grade: seen there, an address may be everybody's. */
const SHARED = new BlockList();
for (const [network, bits] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
  ["100.64.0.0", 10],
] as const)
  SHARED.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [
  ["::1", 128],
  ["fc00::", 7],
  ["fe80::", 10],
] as const)
  SHARED.addSubnet(network, bits, "ipv6");

/** Some proxies add the port; sockets write IPv4 as ::ffff:192.0.2.1 and local links with their interface. */
const bare = (text: string) =>
  text
    .trim()
    .replace(/^\[(.+)\](:\d+)?$|^([\d.]+):\d+$/, (_, six = "", __, four = "") => six || four)
    .replace(/^::ffff:(?=[\d.]+$)/i, "")
    .replace(/%.*/s, "");

/**
 * The visitor's address, as far as it can be believed; null when the address seen is one of our own network's.
 * @param trustedProxies how many proxies in front of us each add what they see to X-Forwarded-For
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string | null {
  const forwarded = [request.headers["x-forwarded-for"] ?? []].flat().join(",").split(",");
  const hops = [...forwarded, request.socket.remoteAddress ?? ""];
  const address = bare(hops.at(-1 - trustedProxies) ?? "");
  const version = isIP(address);
  return version === 0 || SHARED.check(address, version === 4 ? "ipv4" : "ipv6") ? null : address;
}
