import { describe, expect, it } from "vitest";
import { networkName } from "#lib/abuse/address";
import { AT, DAY, later } from "#tests/support/clock";

const same = (one: string, other: string) => networkName(one, AT) === networkName(other, AT);

describe("networkName", () => {
  it("tells IPv4 addresses apart, one by one", () => {
    expect(same("192.0.2.1", "192.0.2.1")).toBe(true);
    expect(same("192.0.2.1", "192.0.2.2")).toBe(false);
  });

  it.each([
    ["2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true],
    ["2001:db8:1:2::1", "2001:DB8:0001:0002:0:0:0:9", true],
    ["2001:db8:1:2::1", "2001:db8:1:3::1", false],
    ["2001:db8::1", "2001:db8:0:0:5::", true],
    ["2001:db8::1:0:0:1", "2001:db8::", true],
    ["::1:2:3:4", "::", true],
  ])("takes the /64 of IPv6: %s and %s, %s", (one, other, alike) => {
    expect(same(one, other)).toBe(alike);
  });

  it("says nothing of the address, and changes each day", () => {
    const name = networkName("192.0.2.1", AT);
    expect(name).toMatch(/^[\w-]{43}$/);
    expect(networkName("192.0.2.1", later(DAY))).not.toBe(name);
  });
});
