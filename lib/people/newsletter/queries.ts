import { db, type Transaction } from "#lib/platform/db";

export type NewsletterReader = {
  email: string;
  firstName: string;
  lastName: string;
  agreedAt: Date;
  /** The words that were agreed to. */
  notice: string | null;
  /** The session whose form asked. */
  title: string;
  startsAt: Date;
};

/** Who asked for the newsletter and did not go back on it: each address once, as it last agreed, in its order. */
export const newsletterReaders = (client: Transaction = db): Promise<NewsletterReader[]> =>
  client.$queryRaw<NewsletterReader[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (p."id") p."email", p."emailKey", r."firstName", r."lastName", r."newsletterAt" AS "agreedAt",
        r."newsletterNotice" AS "notice", w."title", w."startsAt"
      FROM "Registration" r JOIN "Person" p ON p."id" = r."personId" JOIN "Webinar" w ON w."id" = r."webinarId"
      WHERE r."newsletterAt" IS NOT NULL
      ORDER BY p."id", r."newsletterAt" DESC, r."id" DESC) reader
    ORDER BY "emailKey"`;
