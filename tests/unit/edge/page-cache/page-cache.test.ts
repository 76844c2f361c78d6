import type { IncomingMessage, ServerResponse } from "node:http";
import inject from "light-my-request";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPageCache, type PageCache } from "#lib/edge/page-cache/page-cache";
import { now } from "#lib/platform/clock";
import { rereadEnv } from "#lib/platform/env";
import { AT, DAY, HOUR, later, MINUTE } from "#tests/support/clock";

/** The database never answers here: nothing that changes is heard of. */

const OWN = ["/indisponible", "/incident"];
let cache: PageCache;
let answer: (response: ServerResponse) => Promise<void>;

async function pages({ url = "" }: IncomingMessage, response: ServerResponse): Promise<void> {
  // From then on it depends on the time.
  now();
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  if (OWN.includes(url)) return void response.end(`<p>${url}</p>`);
  await answer(response);
}

const works = async (response: ServerResponse) => void response.end("<p>page</p>");
const fails = async (response: ServerResponse) => {
  response.statusCode = 500;
  response.end();
};

function clockAt(at: Date): void {
  vi.stubEnv("TEST_CLOCK", at.toISOString());
  rereadEnv();
}

beforeEach(() => {
  clockAt(AT);
  answer = works;
  cache = createPageCache({
    pages,
    siteUrl: "https://portail.example",
    site: {
      canonical: (address) => address,
      addresses: async () => [],
      nextInstant: async (at) => later(MINUTE, at),
    },
    maxBytes: 10_000_000,
    purgeUrl: "http://127.0.0.1:9",
  });
});
afterEach(async () => {
  await cache.stop();
  vi.unstubAllEnvs();
  rereadEnv();
});

const get = async (url: string) => {
  const { statusCode, headers, payload } = await inject(
    (request, response) => void cache.answer(request, response),
    url,
  );
  return { status: statusCode, headers, text: payload };
};

test("a page that fails is shown as it was for a day, then the site says that it is unavailable", async () => {
  expect(await get("/a")).toMatchObject({ status: 200, text: "<p>page</p>" });
  answer = fails;
  clockAt(later(DAY - HOUR));
  const old = await get("/a");
  expect(old).toMatchObject({ status: 200, text: "<p>page</p>" });
  expect(old.headers["cache-status"]).toContain("outage");
  expect(Math.round(Number(old.headers.age) / 3_600)).toBe(23);
  clockAt(later(DAY + HOUR));
  const gone = await get("/a");
  expect(gone).toMatchObject({ status: 503, text: "<p>/indisponible</p>" });
  expect(gone.headers).toMatchObject({ "retry-after": "5", "cache-control": "no-store" });
});

test("a cache in front, which could be told nothing, is told to keep nothing", async () => {
  const { headers } = await get("/a");
  expect(headers["cache-control"]).toBe("public, no-cache");
  expect([headers["cdn-cache-control"], headers["surrogate-key"]]).toEqual([undefined, undefined]);
});

test("a page that never was is unavailable when it fails, and its failure is not kept", async () => {
  answer = fails;
  expect((await get("/a")).status).toBe(503);
  answer = works;
  expect(await get("/a")).toMatchObject({ status: 200, text: "<p>page</p>" });
});

test("four pages are rendered at once, sixty-four wait, and whoever comes then is told to come back", async () => {
  const released = Promise.withResolvers<void>();
  let rendering = 0;
  answer = async (response) => {
    rendering += 1;
    await released.promise;
    response.end("<p>page</p>");
  };
  const asked = Array.from({ length: 71 }, (_, index) => get(`/${index}`));
  const told = await Promise.all(asked.slice(68));
  expect(told.map(({ status }) => status)).toEqual([503, 503, 503]);
  expect(rendering).toBe(4);
  released.resolve();
  expect((await Promise.all(asked.slice(0, 68))).every(({ status }) => status === 200)).toBe(true);
});

test("sixteen personal pages are drawn at once, five hundred and twelve wait, whoever comes then is told to come back", async () => {
  const released = Promise.withResolvers<void>();
  let drawing = 0;
  const read = async (rank: number) => {
    const { statusCode } = await inject((request, response) => {
      void cache.inTurn(request, response, async (done) => {
        drawing += 1;
        await released.promise;
        response.end("<p>page</p>");
        done();
      });
    }, `/inscriptions/${rank}`);
    return statusCode;
  };
  const asked = Array.from({ length: 529 }, (_, rank) => read(rank));
  expect(await asked[528]).toBe(503);
  expect(drawing).toBe(16);
  released.resolve();
  expect(new Set(await Promise.all(asked.slice(0, 528)))).toEqual(new Set([200]));
});

test("a page that is waited for in vain is shown as it was", async () => {
  await get("/a");
  answer = () => new Promise(() => {});
  clockAt(later(HOUR));
  const [first] = await Promise.all([get("/a"), get("/a")]);
  expect(first).toMatchObject({ status: 200, text: "<p>page</p>" });
  expect(first?.headers["cache-status"]).toContain("outage");
  expect((await get("/never")).status).toBe(503);
});

test("whoever asks for what is being rendered waits for it, and it is rendered once", async () => {
  let rendered = 0;
  answer = async (response) => {
    rendered += 1;
    response.end("<p>page</p>");
  };
  await Promise.all(Array.from({ length: 30 }, () => get("/a")));
  expect(rendered).toBe(1);
});
