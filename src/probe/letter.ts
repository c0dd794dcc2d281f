import type { MailComposerOptions as Options } from "nodemailer/lib/mail-composer";

/** A test message as the user wishes it. */
export interface LetterWish {
  from: string;
  to: readonly string[];
  /** Fields, `Name: value`; they stand in place of those that are made up. */
  headers: readonly string[];
  body?: string;
  /** Files that go along, by name. */
  attachments: readonly { filename: string; content: Buffer }[];
  /** Milliseconds since 1970. */
  now: number;
}

/** A message with all that a message must have, composed by nodemailer; it reads no file and asks no network for it. */
export async function letter({ from, to, headers, body, attachments, now }: LetterWish): Promise<Buffer> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const own = new Map(headers.map((line) => [line.slice(0, line.indexOf(":")).trim().toLowerCase(), line]));
  const value = (name: string): string | undefined => own.get(name)?.replace(/^[^:]*:\s*/, "");
  const taken = ["from", "to", "subject", "date", "message-id"];
  const options: Options = {
    from: value("from") ?? (from === "" ? "mailworthy probe <postmaster@localhost>" : from),
    to: value("to") ?? to.join(", "),
    subject: value("subject") ?? "A test message of mailworthy probe",
    date: value("date") ?? new Date(now),
    ...(own.has("message-id") && { messageId: value("message-id")! }),
    headers: headers
      .filter((line) => !taken.includes(line.slice(0, line.indexOf(":")).trim().toLowerCase()))
      .map((line) => ({ key: line.slice(0, line.indexOf(":")).trim(), value: line.replace(/^[^:]*:\s*/, "") })),
    text: body ?? "This message tests that mail arrives. Nobody needs to do anything.\n",
    attachments: attachments.map(({ filename, content }) => ({ filename, content })),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  return new MailComposer(options).compile().build();
}
