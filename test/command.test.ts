import { expect, it } from "vitest";
import { command, starttlsCommand } from "../src/command.js";

it("quotes what a shell would read as more than text", () => {
  expect(command("postconf", "-e", "a=yes")).toBe("postconf -e a=yes");
  expect(command("echo", "$(x)", "a b", "it's", "", ">=1")).toBe(`echo '$(x)' 'a b' 'it'\\''s' '' '>=1'`);
});

it("shows what a host serves behind STARTTLS", () => {
  expect(starttlsCommand("mx1.example.com", "192.0.2.25")).toBe(
    "openssl s_client -starttls smtp -connect 192.0.2.25:25 -servername mx1.example.com",
  );
  expect(starttlsCommand("mx1.example.com;id", "2001:db8::25", "-showcerts")).toBe(
    "openssl s_client -starttls smtp -connect '[2001:db8::25]:25' -servername 'mx1.example.com;id' -showcerts",
  );
});
