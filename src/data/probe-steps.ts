/** The steps of a probe in their order, and what it means that one went well. */
export const probeSteps = {
  connect: "the port is open",
  greeting: "a server answers, and talks to this client",
  ehlo: "what the server can do",
  tls: "from here on nobody on the way reads along",
  xclient: "the server judges what follows as if it came from there",
  auth: "the login is right",
  mail: "the server lets this sender send",
  rcpt: "the server would take mail for this recipient",
  data: "the server has taken the message, and answers for it from now on",
} as const;

export type ProbeStep = keyof typeof probeSteps;

/** The commands that belong to them, as bounces name them. */
export const probeCommands: Readonly<Partial<Record<ProbeStep, string>>> = {
  connect: "CONN",
  greeting: "CONN",
  ehlo: "EHLO",
  tls: "STARTTLS",
  xclient: "XCLIENT",
  auth: "AUTH",
  mail: "MAIL",
  rcpt: "RCPT",
  data: "DATA",
};
