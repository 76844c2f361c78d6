import type { Duplex } from "node:stream";

const UNHEARD: Record<string, string> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};
const HINTS: Record<string, string> = {
  HPE_HEADER_OVERFLOW:
    "L’adresse demandée est trop longue, ou votre navigateur garde trop de cookies de ce site\u00A0: raccourcissez l’adresse ou effacez ces cookies, puis réessayez.",
  ERR_HTTP_REQUEST_TIMEOUT: "Votre connexion est trop lente ou s’est interrompue\u00A0: réessayez.",
};

/** What is no request gets a page all the same. */
export function answerUnheard({ code }: NodeJS.ErrnoException, socket: Duplex): void {
  if (code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const status = UNHEARD[code ?? ""] ?? "400 Bad Request";
  const body = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Demande illisible</title><h1>Cette demande n’a pas pu être lue</h1><p>Rien n’a été enregistré. ${HINTS[code ?? ""] ?? "Réessayez dans quelques instants."}</p><p><a href="/">Aller à l’accueil</a></p></html>\n`;
  const type = "Content-Type: text/html; charset=utf-8\r\nCache-Control: no-store";
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\n${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
