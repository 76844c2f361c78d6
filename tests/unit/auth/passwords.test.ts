import { expect, test } from "vitest";
import { hashPassword } from "#lib/auth/passwords";

test("of a flood of passwords, eighteen are worked on or wait; the others are refused at once", async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => hashPassword("une phrase assez longue")));
  const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [String(outcome.reason)] : []));
  expect(refused).toEqual(Array(2).fill("Error: too many passwords to check at once"));
  expect(await hashPassword("une phrase assez longue")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});
