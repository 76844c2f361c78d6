import type { LookupFunction } from "node:net";
import { Agent, type Dispatcher, fetch, type Headers } from "undici";
import { NOT_PUBLIC, NOT_PUBLIC_NOR_LOCAL } from "#lib/crawl/public-addresses";
import { env } from "#lib/platform/env";

export type FetchFault =
  | "address"
  | "private"
  | "unknown-host"
  | "unreachable"
  | "slow"
  | "certificate"
  | "too-large"
  | "redirects"
  | "broken";

/** Why an address gave nothing. */
export class FetchError extends Error {
  readonly fault: FetchFault;
  constructor(fault: FetchFault, cause?: unknown) {
    super(fault, { cause });
    this.fault = fault;
  }
}

/** `url`: where redirections led. */
export type Fetched = { url: string; status: number; headers: Headers; body: Uint8Array };

type Options = {
  headers: Record<string, string>;
  /** How to ask whether it answers: nothing of what it says is read. */
  knock?: "HEAD" | "GET";
  maxBytes: number;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  /** Called before each address that is asked, those of redirections included. */
  before?: (url: URL) => Promise<void>;
  dispatcher?: Dispatcher | undefined;
};

const MOST_REDIRECTS = 5;
const CONNECT_TIMEOUT_MS = 10_000;

/** Refuses, as it connects, the address that a name has just been given: no second answer can be another. */
export const publicAgent = ({ local = false, lookup }: { local?: boolean; lookup?: LookupFunction } = {}): Agent =>
  new Agent({
    connect: {
      blockList: local ? NOT_PUBLIC_NOR_LOCAL : NOT_PUBLIC,
      timeout: CONNECT_TIMEOUT_MS,
      ...(lookup && { lookup }),
    },
    pipelining: 0,
  });

let agent: { local: boolean; made: Agent } | undefined;
function sharedAgent(): Agent {
  const local = env().LOCAL_SITES === "on";
  if (agent?.local !== local) agent = { local, made: publicAgent({ local }) };
  return agent.made;
}

const BY_CODE: [RegExp, FetchFault][] = [
  [/^ERR_IP_BLOCKED$/, "private"],
  [/^(ENOTFOUND|EAI_\w+|ENODATA)$/, "unknown-host"],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES)$/, "unreachable"],
  [/^(UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT)$/, "slow"],
  [/CERT|^ERR_(TLS|SSL)|SELF_SIGNED|UNABLE_TO_/, "certificate"],
];

const codesOf = (error: unknown): string[] => {
  if (!(error instanceof Error)) return [];
  const code = "code" in error && typeof error.code === "string" ? [error.code] : [];
  const several = error instanceof AggregateError ? error.errors : [];
  return [...code, ...[error.cause, ...several].flatMap(codesOf)];
};

function faultOf(error: unknown): FetchFault {
  const codes = codesOf(error);
  return BY_CODE.find(([pattern]) => codes.some((code) => pattern.test(code)))?.[1] ?? "broken";
}

async function bounded(stream: AsyncIterable<Uint8Array> | null, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw new FetchError("too-large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const isWeb = ({ protocol, username, password }: URL) => /^https?:$/.test(protocol) && !username && !password;

async function hop(
  url: URL,
  { headers, knock, maxBytes, dispatcher }: Options,
  signal: AbortSignal,
): Promise<Fetched | URL> {
  const answer = await fetch(url, {
    method: knock ?? "GET",
    headers,
    redirect: "manual",
    signal,
    dispatcher: dispatcher ?? sharedAgent(),
  });
  const location = answer.status >= 300 && answer.status < 400 && answer.headers.get("location");
  if (location) {
    await answer.body?.cancel();
    if (!URL.canParse(location, url)) throw new FetchError("address");
    return new URL(location, url);
  }
  if (knock) await answer.body?.cancel();
  const body = knock ? new Uint8Array() : await bounded(answer.body, maxBytes);
  return { url: url.href, status: answer.status, headers: answer.headers, body };
}

/**
 * Reads an address that somebody gave: public ones only, five redirections at most, bounded in bytes once unpacked and in time.
 * @throws FetchError when nothing was answered, or nothing that may be read; a refusal by HTTP is an answer
 */
export async function fetchPublic(address: string, options: Options): Promise<Fetched> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  const told = (error: unknown): never => {
    options.signal?.throwIfAborted();
    throw error instanceof FetchError ? error : new FetchError(timeout.aborted ? "slow" : faultOf(error), error);
  };
  let url = URL.canParse(address) ? new URL(address) : null;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    if (!url || !isWeb(url)) throw new FetchError("address");
    await options.before?.(url);
    const answer: Fetched | URL = await hop(url, options, signal).catch(told);
    if (!(answer instanceof URL)) return answer;
    url = answer;
  }
  throw new FetchError("redirects");
}
