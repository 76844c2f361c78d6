import type { DossierFiles, HeldFile } from "#lib/dossier/archive/schema";
import { french } from "#lib/platform/text";

const LONGEST = 100;
/** What Windows refuses in the name of a file. */
const REFUSED = /[\p{Cc}\\/:*?"<>|]+/gu;
const SPACES = /\s+/gu;

const plain = (words: string): string => words.replace(REFUSED, " ").replace(SPACES, " ").trim();

/** Windows drops what ends a name: spaces and full stops. */
function ended(words: string): string {
  let end = words.length;
  while (end > 0 && ". ".includes(words.charAt(end - 1))) end -= 1;
  return words.slice(0, end);
}

function named(words: string, file: HeldFile): string {
  const extension = file.name.slice(file.name.lastIndexOf("."));
  const stem = ended(plain(words).slice(0, LONGEST).toWellFormed());
  return `${stem || "fichier"}${extension}`;
}

/** Names as people read them, each once whatever its case: the title, with the words of the link where it has several files. */
export function fileNames(files: readonly HeldFile[]): string[] {
  const taken = new Set<string>();
  return files.map((file) => {
    const alone = files.filter(({ page }) => page === file.page).length === 1;
    const words = alone ? file.title : `${file.title} - ${file.label}`;
    for (let rank = 1; ; rank += 1) {
      const name = named(rank === 1 ? words : `${plain(words).slice(0, LONGEST - 5)} (${rank})`, file);
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

const UNTOLD = "non précisée : demandez à la source avant de republier";

/** What the archive says of itself: where each file comes from, what may be done with it, and what is not in it. */
export function noticeOf({ files, leftOut }: DossierFiles, names: readonly string[], dossier: string): string {
  const held = files.map(({ title, page, source, licence }, rank) =>
    [
      names[rank],
      `  Titre : ${title}`,
      `  Source : ${source}`,
      `  Licence : ${licence ?? UNTOLD}`,
      `  Sa page : ${page}`,
    ].join("\r\n"),
  );
  const out = leftOut.map(({ title, why, where }) => [title, `  ${why}`, `  ${where}`].join("\r\n"));
  const parts = [
    `Mon dossier\r\nIl se retrouve à cette adresse : ${dossier}`,
    `FICHIERS JOINTS\r\n\r\n${held.join("\r\n\r\n")}`,
    ...(out.length ? [`CE QUI N’EST PAS JOINT, ET OÙ LE TROUVER\r\n\r\n${out.join("\r\n\r\n")}`] : []),
  ];
  return `${french(parts.join("\r\n\r\n\r\n"))}\r\n`;
}
