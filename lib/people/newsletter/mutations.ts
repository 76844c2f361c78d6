import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { newsletterReaders } from "#lib/people/newsletter/queries";
import { db } from "#lib/platform/db";
import type { Table, TableFormat } from "#lib/tables/schema";

const NAME = "lettre-d-information";

/**
 * Who is to be sent the newsletter, with when and where each agreed. The journal says how many addresses left, and in
 * which file; never whose.
 */
export const newsletterTable = (editor: Editor, format: TableFormat, at: Date): Promise<Table> =>
  db.$transaction(async (tx) => {
    const readers = await newsletterReaders(tx);
    const details = { count: readers.length, file: NAME, format };
    await recordAudit(tx, editor, { action: "newsletter.export", noun: "newsletter", target: NAME, details, at });
    return {
      name: NAME,
      columns: [
        { label: "Adresse électronique" },
        { label: "Prénom" },
        { label: "Nom" },
        { label: "Accord donné le (heure de Paris)", holds: "moment" },
        { label: "En s’inscrivant à" },
        { label: "Séance du (heure de Paris)", holds: "moment" },
        { label: "Phrase acceptée" },
      ],
      rows: readers.map(({ email, firstName, lastName, agreedAt, title, startsAt, notice }) => [
        email,
        firstName,
        lastName,
        agreedAt,
        title,
        startsAt,
        notice,
      ]),
    };
  });
