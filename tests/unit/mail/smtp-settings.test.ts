import { expect, test } from "vitest";
import { connectionSettings } from "#lib/mail/smtp-settings";

test.each([
  ["smtp://portail:secret@relais.exemple.fr:587", true],
  ["smtp://portail:secret@192.0.2.1", true],
  ["smtp://portail:secret@127.exemple.fr", true],
  ["smtp://portail:secret@localhost:2525", undefined],
  ["smtp://portail:secret@127.0.0.1:2525", undefined],
  ["smtp://portail:secret@[::1]:2525", undefined],
  ["smtp://relais.exemple.fr", undefined],
  ["smtps://portail:secret@relais.exemple.fr", undefined],
  ["smtp://portail:secret@relais.exemple.fr?requireTLS=false", undefined],
  ["smtp://portail:secret@relais.exemple.fr?ignoreTLS=true", undefined],
])("%s: STARTTLS required %s", (url, requireTLS) => {
  expect(connectionSettings(url)).toEqual({ url, ...(requireTLS && { requireTLS }) });
});
