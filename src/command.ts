/** A command line to copy: a word in which a shell would see more than text is quoted (POSIX shell §2.2.2). */
export const command = (...words: string[]): string => words.map(quoted).join(" ");

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** The command that shows what a mail host serves behind STARTTLS. */
export function starttlsCommand(host: string, ip: string, ...more: string[]): string {
  const place = `${ip.includes(":") ? `[${ip}]` : ip}:25`;
  return command("openssl", "s_client", "-starttls", "smtp", "-connect", place, "-servername", host, ...more);
}

/** The command that sets a setting of Postfix, in main.cf or for one service of master.cf. */
export const postconf = (name: string, value: string, service?: string): string =>
  service === undefined
    ? command("postconf", "-e", `${name} = ${value}`)
    : command("postconf", "-P", `${service}/${name}=${value}`);
