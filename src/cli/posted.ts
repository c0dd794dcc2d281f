import { bounds } from "../bounds.js";
import { terminal } from "../clean.js";
import { UsageError } from "../usage.js";
import type { Shell } from "./shell.js";

/** Where a report by mail goes, and by which server. */
export interface Post {
  from: string;
  to: string;
  server: URL;
}

/** Whether the place of a report by mail is an address, and not a file. */
export const isRecipient = (place: string): boolean =>
  /^[^\s@/\\,;<>"]+@[^\s@/\\,;<>"]+$/.test(place) && !/\.eml$/i.test(place);

/** The way to a recipient by what the environment says: `MAILWORTHY_SMTP_URL`, and `MAILWORTHY_MAIL_FROM`. */
export function postTo(to: string, env: Shell["env"]): Post {
  const { MAILWORTHY_SMTP_URL: url, MAILWORTHY_MAIL_FROM: sender } = env;
  const example = "MAILWORTHY_SMTP_URL=smtps://USER:PASSWORD@HOST, or a file: -r mail:report.eml";
  if (!url) throw new UsageError(`a report to ${to} needs a server to send it by.`, example);
  // The URL holds a password: it is never quoted.
  const server = URL.canParse(url) ? new URL(url) : undefined;
  if (!server || !/^smtps?:$/.test(server.protocol) || server.hostname === "")
    throw new UsageError("MAILWORTHY_SMTP_URL is no URL of an SMTP server.", example);
  const user = decodeURIComponent(server.username);
  const from = sender || (isRecipient(user) ? user : undefined);
  if (from === undefined || !isRecipient(from))
    throw new UsageError("a report by mail needs a sender.", "MAILWORTHY_MAIL_FROM=reports@example.com");
  return { from, to, server };
}

/** A report that is sent when it is whole. */
export class Posted {
  readonly path: string;
  readonly #post: Post;
  #message = "";
  #done = false;

  constructor(post: Post) {
    this.path = post.to;
    this.#post = post;
  }

  write(text: string): void {
    this.#message += text;
  }

  /** Errors: what the server said, or that it did not answer. A password in it is not told. */
  async finish(): Promise<void> {
    if (this.#done) return;
    this.#done = true;
    const { from, to, server } = this.#post;
    const password = decodeURIComponent(server.password);
    const secure = server.protocol === "smtps:";
    const { createTransport } = await import("nodemailer");
    const transport = createTransport({
      host: server.hostname.replace(/^\[(.*)\]$/, "$1"),
      port: Number(server.port) || (secure ? 465 : 587),
      secure,
      // A password goes through TLS or not at all.
      ...(server.username !== "" && {
        auth: { user: decodeURIComponent(server.username), pass: password },
        requireTLS: !secure,
      }),
      connectionTimeout: bounds.smtp.connect,
      greetingTimeout: bounds.smtp.greeting,
      socketTimeout: bounds.smtp.step,
      dnsTimeout: bounds.smtp.connect,
    });
    let late: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<never>((_, reject) => {
      late = setTimeout(() => reject(new Error("the server takes too long")), bounds.smtp.total);
    });
    try {
      await Promise.race([transport.sendMail({ envelope: { from, to }, raw: this.#message }), patience]);
    } catch (error) {
      const said = (error as Error).message;
      throw new Error(terminal(password === "" ? said : said.replaceAll(password, "PASSWORD")), { cause: error });
    } finally {
      clearTimeout(late);
      transport.close();
    }
  }

  async discard(): Promise<void> {
    this.#done = true;
  }
}
