import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { clientAddress } from "#lib/edge/front/client-address";

const seen = (remoteAddress: string | undefined, forwarded: string | undefined, trustedProxies: number) =>
  clientAddress(
    { headers: { "x-forwarded-for": forwarded }, socket: { remoteAddress } } as unknown as IncomingMessage,
    trustedProxies,
  );

const VISITOR = "203.0.113.7";
const PROXY = "198.51.100.1";

describe("clientAddress", () => {
  it("believes the socket alone when no proxy is trusted", () => {
    expect(seen(VISITOR, "1.2.3.4", 0)).toBe(VISITOR);
    expect(seen(`::ffff:${VISITOR}`, undefined, 0)).toBe(VISITOR);
    expect(seen("2001:db8::1", undefined, 0)).toBe("2001:db8::1");
  });

  it.each([
    "127.0.0.1",
    "::1",
    "::ffff:127.0.0.1",
    "10.1.2.3",
    "172.31.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "fd00::1",
    "fe80::1%eth0",
  ])("knows nothing of who comes through %s", (address) => {
    expect(seen(address, "1.2.3.4", 0)).toBeNull();
  });

  it("counts trusted proxies from the end: what the client adds is in front of what they add", () => {
    expect(seen("127.0.0.1", VISITOR, 1)).toBe(VISITOR);
    expect(seen("127.0.0.1", `1.2.3.4, ${VISITOR}`, 1)).toBe(VISITOR);
    expect(seen("10.0.0.1", `1.2.3.4, ${VISITOR}, ${PROXY}`, 2)).toBe(VISITOR);
  });

  it.each([
    [`${VISITOR}:4321`, VISITOR],
    ["[2001:db8::1]:4321", "2001:db8::1"],
    ["2001:db8::1", "2001:db8::1"],
    ["[2001:db8::1]", "2001:db8::1"],
  ])("reads %s", (written, address) => {
    expect(seen("127.0.0.1", written, 1)).toBe(address);
  });

  it.each(["", "unknown", "1.2.3.4.5", "<script>"])("takes nothing from %o", (written) => {
    expect(seen("127.0.0.1", written, 1)).toBeNull();
  });

  it("knows nothing when the chain is shorter than was announced, or ends in our own network", () => {
    expect(seen("127.0.0.1", undefined, 2)).toBeNull();
    expect(seen("127.0.0.1", "192.168.1.1", 1)).toBeNull();
    expect(seen(undefined, undefined, 0)).toBeNull();
  });
});
