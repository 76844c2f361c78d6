import type { Result } from "#lib/platform/result";
import type { RegistrationInput, RegistrationRefusal } from "#lib/registrations/schema";

/** Takes a seat. */
export async function register(
  _webinarSlug: string,
  _input: RegistrationInput,
  _at: Date,
): Promise<Result<{ token: string }, RegistrationRefusal>> {
  return { ok: false, reason: "unknown" };
}
