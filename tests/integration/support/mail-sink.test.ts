import { createTransport } from "nodemailer";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type MailSink, mailSink } from "#tests/support/mail-sink";

let sink: MailSink;
beforeEach(async () => {
  sink = await mailSink();
});
afterEach(() => sink.close());

const send = () =>
  createTransport(sink.url).sendMail({ from: "a@exemple.fr", to: "B@exemple.fr", subject: "Été", text: "Bonjour" });

describe("the mail sink", () => {
  test("keeps what it is given", async () => {
    await send();
    const [mail] = await sink.waitFor("B@exemple.fr");
    expect(mail?.subject).toBe("Été");
    expect(mail?.text?.trim()).toBe("Bonjour");
  });

  test.each([451, 550])("refuses with %i when told to", async (code) => {
    sink.answer({ code, message: "not now" });
    await expect(send()).rejects.toMatchObject({ responseCode: code });
    expect(sink.messages).toEqual([]);
    expect(sink.attempts()).toBe(1);
  });

  test("hangs up when told to", async () => {
    sink.answer("cut");
    await expect(send()).rejects.toMatchObject({ command: "CONN" });
    expect(sink.messages).toEqual([]);
  });
});
