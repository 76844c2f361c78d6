import { beforeEach, expect, test } from "vitest";
import { probeServer } from "#lib/commands/mail-probe";
import { env } from "#lib/platform/env";
import { withMailServer } from "#tests/support/delivery";
import { mailSink } from "#tests/support/mail-sink";

const server = withMailServer();
const probe = (url = server.sink.url) =>
  probeServer({ ...env(), SMTP_URL: url, MAIL_FROM: "Le portail <portail@exemple.fr>" });

let before = 0;
beforeEach(() => {
  before = server.sink.attempts();
});

test("a server that takes our messages has nothing to say, and gets none", async () => {
  expect(await probe()).toBeNull();
  expect(server.sink.attempts()).toBe(before);
});

test.each([
  ["sender", "5.7.1 not owned", /^refuse l’expéditeur portail@exemple\.fr\u00A0: 553 5\.7\.1 not owned/],
  ["recipient", "5.7.1 Relay access denied", /^refuse un message pour portail@exemple\.fr\u00A0: 553 5\.7\.1 Relay/],
  ["greeting", "no", /553 no/],
] as const)("a refusal at the %s is told in the server's words", async (step, message, words) => {
  server.sink.answer({ code: 553, message, step });
  expect(await probe()).toMatch(words);
});

test("a server that does not answer, or that nobody vouches for, is told", async () => {
  expect(await probe("smtp://127.0.0.1:1")).toMatch(/ECONNREFUSED/);
  const impostor = await mailSink(undefined, { tls: "from the start" });
  expect(await probe(impostor.url)).toMatch(/certificate/i);
  await impostor.close();
});
