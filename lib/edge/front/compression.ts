import { promisify } from "node:util";
import {
  brotliCompress,
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  gunzipSync,
  gzipSync,
  zstdCompressSync,
  zstdDecompressSync,
} from "node:zlib";
import Negotiator from "negotiator";

/** Of what is compressed as it leaves, once. */
const QUALITY = 5;

const COMPRESSIBLE = /^(text\/|image\/svg\+xml|application\/([a-z.+-]*\+)?(json|xml|javascript)\b)/;
/** Below this, headers weigh as much as what is spared. */
const MIN_BYTES = 512;

const ENCODINGS = ["br", "zstd", "gzip"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** @param accepted the header Accept-Encoding; of those that its reader likes as much, the smallest */
export function encodingFor(accepted = ""): Encoding | null {
  const reader = new Negotiator({ headers: { "accept-encoding": accepted } });
  const chosen = reader.encoding([...ENCODINGS, "identity"], { preferred: ENCODINGS });
  return ENCODINGS.find((encoding) => encoding === chosen) ?? null;
}

export const isCompressible = (type: string, bytes: number): boolean => bytes >= MIN_BYTES && COMPRESSIBLE.test(type);

const COMPRESS: Record<Encoding, (body: Buffer) => Buffer> = {
  br: (body) =>
    brotliCompressSync(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  zstd: (body) => zstdCompressSync(body),
  gzip: (body) => gzipSync(body),
};

const DECOMPRESS: Record<Encoding, (body: Buffer) => Buffer> = {
  br: (body) => brotliDecompressSync(body),
  zstd: (body) => zstdDecompressSync(body),
  gzip: (body) => gunzipSync(body),
};

const brotli = promisify(brotliCompress);

/** As small as it gets: twenty times slower, beside what answers. */
export const packTighter = (body: Buffer): Promise<Buffer> =>
  brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });

export const compress = (encoding: Encoding, body: Buffer): Buffer => COMPRESS[encoding](body);
export const decompress = (encoding: Encoding, body: Buffer): Buffer => DECOMPRESS[encoding](body);
