import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { makeZip, predictLength } from "client-zip";
import { openStored } from "#lib/files/storage";

/** What an archive holds: files that are stored, and texts. */
export type ArchivePart = { name: string; date: Date } & ({ sha256: string; bytes: number } | { text: string });

/** What is given at an address as one file: null when there is nothing to give. */
export type Archive = {
  path: string;
  name: string;
  partsOf: (asked: URLSearchParams) => Promise<ArchivePart[] | null>;
};

/** Opened one after the other; whoever leaves closes the one that is read. */
async function* inputs(parts: readonly ArchivePart[]) {
  let input: Readable | undefined;
  try {
    for (const part of parts) {
      const { name, date: lastModified } = part;
      input?.destroy();
      if ("text" in part) yield { name, lastModified, input: part.text };
      else {
        input = openStored(part.sha256);
        yield { name, lastModified, size: part.bytes, input };
      }
    }
  } finally {
    input?.destroy();
  }
}

const sized = (part: ArchivePart) => ({
  name: part.name,
  size: "text" in part ? Buffer.byteLength(part.text) : part.bytes,
});

export const archiveLength = (parts: readonly ArchivePart[]): bigint => predictLength(parts.map(sized));

export const archiveOf = (parts: readonly ArchivePart[]): Readable =>
  Readable.fromWeb(makeZip(inputs(parts)) as ReadableStream<Uint8Array>);
