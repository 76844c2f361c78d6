import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { NOT_PUBLIC } from "#lib/crawl/public-addresses";
import { FetchError, fetchPublic, publicAgent } from "#lib/crawl/public-fetch";
import { rereadEnv } from "#lib/platform/env";
import { type WebSite, webSite } from "#tests/support/web-site";

const options = { headers: {}, maxBytes: 10_000, timeoutMs: 20_000 };
const faultOf = (address: string, more = {}) =>
  fetchPublic(address, { ...options, ...more }).then(
    ({ status }) => `answered ${status}`,
    (error: unknown) => (error instanceof FetchError ? error.fault : String(error)),
  );

const setLocal = (value: "on" | "off") => {
  process.env.LOCAL_SITES = value;
  rereadEnv();
};

let site: WebSite;
beforeAll(async () => {
  site = await webSite({});
});
afterEach(() => {
  site.pages = {};
  site.asked.length = 0;
});
afterAll(async () => {
  delete process.env.LOCAL_SITES;
  rereadEnv();
  await site.close();
});

describe("an address that is not public", () => {
  /** Every spelling that a URL gives to loopback, and names that lead there. */
  const SPELLINGS = [
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "127.255.255.254",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "017700000001",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    "0",
    "0.0.0.0",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::]",
    "[::127.0.0.1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[0:0:0:0:0:ffff:127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b::127.0.0.1]",
    "[2002:7f00:1::]",
    "localhost",
  ];

  test("is refused before anything is sent, however it is spelt", async () => {
    setLocal("off");
    for (const host of SPELLINGS) expect(await faultOf(`http://${host}:${site.port}/`), host).toBe("private");
    expect(site.asked).toEqual([]);
  });

  const familyOf = (address: string) => (address.includes(":") ? "ipv6" : "ipv4");
  const CLOSED = [
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.1",
    "100.100.100.200",
    "100.127.255.255",
    "127.0.0.1",
    "168.63.129.16",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::10.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:0:10.0.0.1",
    "64:ff9b::a00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:a00:1::",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "febf::1",
    "fec0::1",
    "ff02::1",
  ];

  const OPEN = [
    "8.8.8.8",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "223.255.255.255",
    "::ffff:8.8.8.8",
    "2001:4860:4860::8888",
    "2a00:1450::1",
    "2606:4700::1111",
  ];

  test("is in the list, down to its bounds, and no other is", () => {
    const isClosed = (address: string) => NOT_PUBLIC.check(address, familyOf(address));
    expect(CLOSED.filter((address) => !isClosed(address))).toEqual([]);
    expect(OPEN.filter(isClosed)).toEqual([]);
  });

  test("a name is judged by the address that is connected to, asked for once", async () => {
    let asked = 0;
    const dispatcher = publicAgent({
      lookup: (_, { all }, answer) => {
        asked += 1;
        if (all) answer(null, [{ address: "127.0.0.1", family: 4 }]);
        else answer(null, "127.0.0.1", 4);
      },
    });
    expect(await faultOf(`http://centre.example:${site.port}/`, { dispatcher })).toBe("private");
    expect(asked).toBe(1);
    expect(site.asked).toEqual([]);
    await dispatcher.close();
  });

  test("a redirection there is refused as it is followed", async () => {
    setLocal("on");
    for (const location of ["http://10.0.0.1/", "http://[fd00::1]/", "http://169.254.169.254/latest/meta-data/"]) {
      site.pages = { "/": { status: 302, headers: { location } } };
      expect(await faultOf(`${site.origin}/`), location).toBe("private");
    }
  });
});

describe("an answer", () => {
  beforeAll(() => setLocal("on"));

  test("comes from where redirections lead, five at most, all told before", async () => {
    const to = (location: string) => ({ status: 301, headers: { location } });
    site.pages = { "/5": to("/4"), "/4": to("/3"), "/3": to("/2"), "/2": to("/1"), "/1": to("/0"), "/0": "arrived" };
    const before: string[] = [];
    const answer = await fetchPublic(`${site.origin}/5`, {
      ...options,
      before: async ({ pathname }) => {
        before.push(pathname);
      },
    });
    expect(answer.url).toBe(`${site.origin}/0`);
    expect(Buffer.from(answer.body).toString()).toBe("arrived");
    expect(before).toEqual(["/5", "/4", "/3", "/2", "/1", "/0"]);
    site.pages = { ...site.pages, "/6": to("/5"), "/round": to("/round") };
    expect(await faultOf(`${site.origin}/6`)).toBe("redirects");
    expect(await faultOf(`${site.origin}/round`)).toBe("redirects");
  });

  test("never leads to another protocol, nor with a password", async () => {
    for (const location of ["file:///etc/passwd", "ftp://exemple.fr/", "data:text/html,a", "http://a:b@exemple.fr/"]) {
      site.pages = { "/": { status: 302, headers: { location } } };
      expect(await faultOf(`${site.origin}/`), location).toBe("address");
    }
    expect(await faultOf("javascript:alert(1)")).toBe("address");
    expect(await faultOf("exemple")).toBe("address");
  });

  test("is bounded in bytes, once unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    site.pages = {
      "/full": "a".repeat(10_000),
      "/over": "a".repeat(10_001),
      "/bomb": { headers: { "content-encoding": "gzip" }, body: bomb },
      "/false": { headers: { "content-encoding": "gzip" }, body: "no gzip at all" },
    };
    expect(await faultOf(`${site.origin}/full`)).toBe("answered 200");
    expect(await faultOf(`${site.origin}/over`)).toBe("too-large");
    expect(await faultOf(`${site.origin}/bomb`)).toBe("too-large");
    expect(await faultOf(`${site.origin}/false`)).toBe("broken");
  });

  test("is bounded in time, its body too", async () => {
    site.pages = { "/silent": { hangs: "at once" }, "/endless": { body: "a", hangs: "in its body" } };
    expect(await faultOf(`${site.origin}/silent`, { timeoutMs: 200 })).toBe("slow");
    expect(await faultOf(`${site.origin}/endless`, { timeoutMs: 200 })).toBe("slow");
  });

  test("that is given up is no fault of the site", async () => {
    site.pages = { "/silent": { hangs: "at once" } };
    const given = AbortSignal.abort(new Error("stopped"));
    expect(await faultOf(`${site.origin}/silent`, { signal: given })).toBe("Error: stopped");
  });

  test("by HTTP is one, whatever it says", async () => {
    expect(await faultOf(`${site.origin}/nowhere`)).toBe("answered 404");
  });

  test("that nobody gives says why", async () => {
    const gone = await webSite({});
    await gone.close();
    expect(await faultOf(`${gone.origin}/`)).toBe("unreachable");
    expect(await faultOf("http://personne.invalid/")).toBe("unknown-host");
    expect(await faultOf(`https://127.0.0.1:${site.port}/`)).toBe("certificate");
  });
});
