import type { Witness } from "#tests/support/witness";

/** Two years from now: no journey sees it come. */
const FAR_AWAY = () => new Date(Date.UTC(new Date().getFullYear() + 2, 2, 16, 12));

/** A draft session that no other journey meets, nor a second try of this one, with its registrants. @returns its identifier */
export async function ownSession(database: Witness, slug: string, people: { email: string; status?: string }[] = []) {
  const [session] = await database.rows<{ id: string }>(
    `INSERT INTO "Webinar" ("id", "slug", "cycleId", "title", "summary", "body", "startsAt", "source", "confidence", "updatedAt")
     SELECT gen_random_uuid(), $1 || '-' || left(gen_random_uuid()::text, 8), "id", 'Séance à part', 'Un résumé.', '', $2, 'Les tests', 'documented', now()
     FROM "Cycle" WHERE NOT "provisional" LIMIT 1 RETURNING "id"`,
    [slug, FAR_AWAY()],
  );
  const id = session?.id ?? "";
  for (const { email, status = "confirmed" } of people) {
    await database.rows(
      `INSERT INTO "Registration" ("id", "webinarId", "status", "firstName", "lastName", "personId", "profile", "confirmedAt", "updatedAt")
       VALUES (gen_random_uuid(), $1, $2::"RegistrationStatus", 'Inès', 'Durand', $3, 'association', now(), now())`,
      [id, status, await database.person(email)],
    );
  }
  return id;
}
