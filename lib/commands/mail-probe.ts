import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection, {
  type SMTPConnectionAuth,
  type SMTPConnectionCustomAuthResponse,
} from "nodemailer/lib/smtp-connection";
import { senderMailbox } from "#lib/mail/sender";
import { connectionSettings } from "#lib/mail/smtp-settings";
import type { Env } from "#lib/platform/env";

const TIMEOUT_MS = 5_000;
/** The library sends any command by the way of those who sign in in their own manner. */
const ENVELOPE = "ENVELOPE";

const settled = (connection: SMTPConnection, act: (done: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    connection.once("error", reject);
    act((error) => (error ? reject(error) : resolve()));
  });

/** Goes up to the envelope: nothing is sent. @returns what the server refuses, in its words; null when all is well */
export async function probeServer({ SMTP_URL, MAIL_FROM, MAIL_REPLY_TO }: Env): Promise<string | null> {
  const { url, ...security } = connectionSettings(SMTP_URL ?? "");
  const { auth, ...settings } = parseConnectionUrl(url);
  const sender = senderMailbox(MAIL_FROM).address;
  const reader = senderMailbox(MAIL_REPLY_TO ?? MAIL_FROM).address;
  const commands = [
    [`MAIL FROM:<${sender}>`, `l’expéditeur ${sender}`],
    [`RCPT TO:<${reader}>`, `un message pour ${reader}`],
    ["RSET", "de recommencer"],
  ] as const;
  const refused: string[] = [];
  const connection = new SMTPConnection({
    ...settings,
    ...security,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    customAuth: {
      [ENVELOPE]: async ({ sendCommand }) => {
        for (const [command, what] of commands) {
          const { response } = await (sendCommand(command) as Promise<SMTPConnectionCustomAuthResponse>);
          if (/^[45]/.test(response)) refused.push(`refuse ${what}\u00A0: ${response}`);
        }
      },
    },
  });
  const login = (data: SMTPConnectionAuth) => settled(connection, (done) => connection.login(data, done));
  try {
    await settled(connection, (done) => connection.connect(done));
    if (auth) await login(auth);
    await login({ method: ENVELOPE });
    connection.quit();
  } catch (error) {
    return (error as Error).message;
  } finally {
    connection.close();
  }
  return refused[0] ?? null;
}
