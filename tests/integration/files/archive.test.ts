import { once } from "node:events";
import { readdir, readlink } from "node:fs/promises";
import { expect, test } from "vitest";
import { archiveLength, archiveOf } from "#lib/files/archive";
import { filesFolder, storeFile } from "#lib/files/storage";
import { AT } from "#tests/support/clock";

const BYTES = 8_000_000;

/** The stored files that this process holds open. */
async function held(): Promise<string[]> {
  const links = (await readdir("/proc/self/fd")).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => ""));
  return (await Promise.all(links)).filter((file) => file.startsWith(filesFolder()));
}

test("files are opened one after the other, and whoever leaves closes the one that is read", async () => {
  const parts = [];
  for (const letter of ["a", "b"]) {
    const sha256 = await storeFile([Buffer.alloc(BYTES, letter)]);
    parts.push({ name: `${letter}.bin`, date: AT, sha256, bytes: BYTES });
  }
  const archive = archiveOf(parts);
  await once(archive, "readable");
  for (let read = 0; read < 200_000; ) {
    const chunk: Buffer | null = archive.read();
    if (chunk) read += chunk.length;
    else await once(archive, "readable");
  }
  expect(await held()).toHaveLength(1);
  archive.destroy();
  await expect.poll(held, { timeout: 30_000 }).toEqual([]);
});

test("its length is known beforehand, accents and all", async () => {
  const sha256 = await storeFile([Buffer.from("é".repeat(100))]);
  const parts = [
    { name: "L’été.txt", date: AT, text: "À lire : ça" },
    { name: "là.bin", date: AT, sha256, bytes: 200 },
  ];
  let bytes = 0n;
  for await (const chunk of archiveOf(parts)) bytes += BigInt(chunk.length);
  expect(bytes).toBe(archiveLength(parts));
});
