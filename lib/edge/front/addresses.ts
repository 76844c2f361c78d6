import type { AddressInfo } from "node:net";
import { isPersonal } from "#lib/edge/front/response";

const HERE = "http://portail.invalid";
const ENCODED = /(?:%[0-9a-f]{2})+/gi;
const TRAILING = /[\s\u200B.,;:!?…'’‘‛`"“”„«»‹›()[\]{}<>*|\\/]/;
const LATIN_1 = new TextDecoder("windows-1252");

const bytesOf = (encoded: string) => Uint8Array.from(encoded.slice(1).split("%"), (byte) => Number.parseInt(byte, 16));

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, "%25"));
  } catch {
    return text.replace(ENCODED, (run) => LATIN_1.decode(bytesOf(run)));
  }
}

export function inUtf8(url: string): string {
  const cut = url.indexOf("?");
  if (cut === -1) return url;
  const parts = url.slice(cut + 1).split("&");
  const said = parts.map((part) => {
    try {
      decodeURIComponent(part.replace(/%(?![0-9a-f]{2})/gi, "%25"));
      return part;
    } catch {
      return part.replace(ENCODED, (run) => encodeURIComponent(LATIN_1.decode(bytesOf(run))));
    }
  });
  return `${url.slice(0, cut)}?${said.join("&")}`;
}

/** Personal links are told apart by the case of their letters; no other address has upper case. */
const lowered = (path: string) =>
  isPersonal(path.toLowerCase()) ? path.replace(/^\/[^/]*/, (first) => first.toLowerCase()) : path.toLowerCase();

/**
 * The address that was meant by one that leads nowhere: without what a sentence left after it, in lower case; null when
 * it is the same. It is always on this site.
 * @param url path and parameters, which are kept
 */
export function meantAddress(url: string): string | null {
  const [asked = ""] = url.split("?", 1);
  const said = decoded(asked);
  let end = said.length;
  while (end > 1 && TRAILING.test(said.charAt(end - 1))) end -= 1;
  const path = lowered(said.slice(0, end)).replace(/^[/\\]+/, "/");
  if (path === said) return null;
  const encoded = path.toWellFormed().split("/").map(encodeURIComponent).join("/");
  // « /.// » is « // » once normalised, and would lead to another site.
  const here = new URL(encoded, HERE).pathname.replace(/^\/+/, "/");
  return here === asked ? null : here + inUtf8(url).slice(asked.length);
}

/** Where this server hears itself: an address that means « everywhere » is heard on the loopback interface. */
export function ownAddress({ address, family, port }: AddressInfo): string {
  if (address === "::" || address === "0.0.0.0") return `127.0.0.1:${port}`;
  return family === "IPv6" ? `[${address}]:${port}` : `${address}:${port}`;
}
