import { expect, test } from "vitest";
import { isPermanent } from "#lib/refusals/rules";

const said = (command: string, response: string) =>
  isPermanent(
    Object.assign(new Error(response), {
      code: command === "DATA" ? "EMESSAGE" : "EENVELOPE",
      command,
      response,
      responseCode: Number(response.slice(0, 3)),
    }),
  );

test.each([
  ["RCPT TO", "553 5.7.1 <portail@exemple.fr>: Sender address rejected: not owned by user portail"],
  ["RCPT TO", "554 5.7.1 <a@exemple.fr>: Recipient address rejected: Access denied"],
  ["RCPT TO", "554 5.7.1 <a@exemple.fr>: Relay access denied"],
  ["RCPT TO", "554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using zen.spamhaus.org"],
  ["RCPT TO", "550 5.1.0 <portail@exemple.fr>: Sender address rejected: User unknown in local recipient table"],
  ["RCPT TO", "550 5.1.8 <portail@exemple.fr>: Sender address rejected: Domain not found"],
  ["RCPT TO", "550 5.1.7 Bad sender’s mailbox address syntax"],
  ["RCPT TO", "550 relay access denied"],
  ["RCPT TO", "550 relay not permitted"],
  ["RCPT TO", "550 Sender address rejected: not owned by user portail"],
  ["RCPT TO", "550 Sender verify failed"],
  ["RCPT TO", "554 5.7.0 Too many errors"],
  ["RCPT TO", "550 Rejected because 203.0.113.7 is in a black list at zen.spamhaus.org"],
  ["RCPT TO", "550-203.0.113.7 blocked using zen.spamhaus\n550 see https://spamhaus.org"],
  ["RCPT TO", "550 Administrative prohibition"],
  ["RCPT TO", "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)"],
  ["RCPT TO", "530 Authentication required"],
  ["RCPT TO", "530 5.7.0 Must issue a STARTTLS command first"],
  ["RCPT TO", "503 5.5.1 Error: need MAIL command"],
  ["RCPT TO", "554 5.3.2 System not accepting network messages"],
  ["RCPT TO", "421 4.7.0 Try again later"],
  ["RCPT TO", "450 4.2.0 <a@exemple.fr>: Recipient address rejected: Greylisted"],
  ["RCPT TO", "450 Greylisted"],
  ["MAIL FROM", "550 who?"],
  ["MAIL FROM", "550 5.1.1 Unknown mailbox"],
  ["DATA", "554 5.7.1 Message refused by policy"],
  ["DATA", "550 SPF check failed"],
  ["DATA", "554 5.5.1 Error: no valid recipients"],
  ["DATA", "421 Service not available"],
])("at %s, « %s » says nothing of the message: it is tried again", (command, response) => {
  expect(said(command, response)).toBe(false);
});

test.each([
  ["RCPT TO", "550 5.1.1 <a@exemple.fr>: Recipient address rejected: User unknown in relay recipient table"],
  ["RCPT TO", "550-5.1.1 The email account that you tried to reach does not exist.\n550 5.1.1 See our help"],
  ["RCPT TO", "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found"],
  ["RCPT TO", "550 5.1.2 <a@exemple.con>: Recipient address rejected: Domain not found"],
  ["RCPT TO", "553 5.1.3 Bad recipient address syntax"],
  ["RCPT TO", "550 5.1.0 Address rejected"],
  ["RCPT TO", "550 5.5.0 Requested action not taken: mailbox unavailable"],
  ["RCPT TO", "550 5.2.1 The account is disabled"],
  ["RCPT TO", "552 5.2.2 Mailbox full"],
  ["RCPT TO", "552 5.0.0 Mailbox full"],
  ["RCPT TO", "550 no such mailbox"],
  ["RCPT TO", "550 <sender.relay@exemple.fr>: no such user"],
  ["RCPT TO", "550 Requested action not taken: mailbox unavailable"],
  ["RCPT TO", "554 delivery error: this user does not have an account"],
  ["RCPT TO", "553 sorry, no mailbox here by that name (#5.1.1)"],
  ["RCPT TO", "501 bad address syntax"],
  ["RCPT TO", "551 user not local"],
  ["RCPT TO", "552 mailbox full"],
  ["RCPT TO", "553 no mailbox here by that name"],
  ["RCPT TO", "556 domain does not accept mail"],
  ["MAIL FROM", "552 5.3.4 Message size exceeds fixed limit"],
  ["MAIL FROM", "552 Message size exceeds fixed maximum message size"],
  ["DATA", "552 5.3.4 Message too big"],
  ["DATA", "554 5.6.0 Content rejected"],
  ["DATA", "550 5.1.1 User unknown"],
  ["DATA", "554 Transaction failed"],
])("at %s, « %s » speaks of the recipient or of the content: it is given up", (command, response) => {
  expect(said(command, response)).toBe(true);
});

test("a refused password or a server that wants nobody says nothing of a message", () => {
  for (const code of ["EAUTH", "ECONNECTION", "ETIMEDOUT"])
    expect(isPermanent(Object.assign(new Error(code), { code, responseCode: 535, response: "535 5.7.8 No" }))).toBe(
      false,
    );
});

test("what the library itself refuses to send is given up", () => {
  expect(isPermanent(Object.assign(new Error("no recipient"), { code: "EENVELOPE", command: "API" }))).toBe(true);
});
