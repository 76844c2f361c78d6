/** A report of a mail server that could not deliver (RFC 3464). @param mailId of the message that came back */
export const deliveryReport = (mailId: string, { action = "failed", envelope = true, to = "elodie@exemple.fr" } = {}) =>
  `Return-Path: <>
From: MAILER-DAEMON@relais.example (Mail Delivery System)
To: portail@exemple.fr
Subject: Undelivered Mail Returned to Sender
Message-ID: <dsn.1@relais.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain; charset=us-ascii

This is the mail system at host relais.example.

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; relais.example
${envelope ? `Original-Envelope-Id: ${mailId}\n` : ""}Arrival-Date: Mon, 11 Jan 2027 10:00:00 +0100

Final-Recipient: rfc822; ${to}
Action: ${action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <${to}>: Recipient address rejected:
    User unknown

--B
Content-Type: text/rfc822-headers

From: Le portail <portail@exemple.fr>
To: ${to}
Message-ID: <${mailId}@portail.example>
Subject: =?UTF-8?Q?Place_r=C3=A9serv=C3=A9e?=

--B--
`;

export const oldBounce = (
  mailId: string,
  words = "I'm afraid I wasn't able to deliver your message. 550 no such user",
) =>
  `Return-Path: <>
From: MAILER-DAEMON@vieux.example
To: portail@exemple.fr
Subject: failure notice
Message-ID: <old.1@vieux.example>

Hi. This is the qmail-send program at vieux.example.
${words}

--- Below this line is a copy of the message.

Message-ID: <${mailId}@portail.example>
To: elodie@exemple.fr
`;

/** What a calendar answers to an invitation (RFC 5546 §3.2.3). */
export const calendarReply = (
  uid: string,
  { attendee = "elodie@exemple.fr", partstat = "DECLINED", method = "REPLY", headers = "" } = {},
) =>
  `From: Quelqu’un <autre@exemple.fr>
To: portail@exemple.fr
Subject: =?UTF-8?Q?Invitation_refus=C3=A9e?=
Message-ID: <reply.1@exemple.fr>
${headers}MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="B"

--B
Content-Type: text/plain; charset=utf-8

Elodie a refusé.

--B
Content-Type: text/calendar; method=${method}; charset=UTF-8

BEGIN:VCALENDAR
PRODID:-//Un agenda//FR
VERSION:2.0
METHOD:${method}
BEGIN:VEVENT
UID:${uid}
DTSTAMP:20270111T090000Z
ORGANIZER:mailto:portail@exemple.fr
ATTENDEE;PARTSTAT=${partstat}:mailto:${attendee}
END:VEVENT
END:VCALENDAR

--B--
`;
