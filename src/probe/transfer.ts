const crlf = "\r\n";

/** A message as it goes over the wire: lines end with CRLF, dots at their start are doubled, and a dot ends it (RFC 5321 §4.5.2). */
export function wired(message: Uint8Array): Buffer {
  const text = ended(Buffer.from(message).toString("latin1"));
  return Buffer.from(`${text.replace(/^\./gm, "..")}.${crlf}`, "latin1");
}

/** With CRLF alone as the end of a line, also of the last one: another could end the message early on the way. */
function ended(text: string): string {
  const lines = text.replace(/\r\n|\r|\n/g, crlf);
  return lines === "" || lines.endsWith(crlf) ? lines : lines + crlf;
}
