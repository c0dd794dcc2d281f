/** A command line to copy: a word in which a shell would see more than text is quoted (POSIX shell §2.2.2). */
export const command = (...words: string[]): string => words.map(quoted).join(" ");

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** The command that shows what a mail host serves behind STARTTLS. */
export function starttlsCommand(host: string, ip: string, ...more: string[]): string {
  const place = `${ip.includes(":") ? `[${ip}]` : ip}:25`;
  return command("openssl", "s_client", "-starttls", "smtp", "-connect", place, "-servername", host, ...more);
}
