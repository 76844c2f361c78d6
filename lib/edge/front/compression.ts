import { brotliCompressSync, constants, gzipSync } from "node:zlib";

export type Encoding = "br" | "gzip";

/** Of what is compressed as it leaves, once. */
const QUALITY = 5;

const COMPRESSIBLE = /^(text\/|image\/svg\+xml|application\/([a-z.+-]*\+)?(json|xml|javascript)\b)/;
/** Below this, headers weigh as much as what is spared. */
const MIN_BYTES = 512;

const wants: Record<Encoding, RegExp> = {
  br: /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i,
  gzip: /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i,
};

/** @param accepted the header Accept-Encoding */
export const encodingFor = (accepted = ""): Encoding | null =>
  wants.br.test(accepted) ? "br" : wants.gzip.test(accepted) ? "gzip" : null;

export const isCompressible = (type: string, bytes: number): boolean => bytes >= MIN_BYTES && COMPRESSIBLE.test(type);

export const compress = (encoding: Encoding, body: Buffer): Buffer =>
  encoding === "gzip"
    ? gzipSync(body)
    : brotliCompressSync(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      });
