/** Every bound on what comes from outside, in one table. Sizes in bytes, times in milliseconds. */
export const bounds = {
  dns: {
    message: 65_535,
    records: 1_000,
    pointers: 64,
    tries: 4,
    /** First wait for an answer: three smoothed round trips within these. */
    firstWait: { least: 200, most: 1_000 },
    total: 8_000,
    aliases: 8,
    payload: 1_232,
    inFlight: 200,
    inFlightAuthority: 10,
    cached: 50_000,
    cachedBytes: 64 * 1024 * 1024,
  },
  spf: {
    /** RFC 7208 §4.6.4 */
    lookups: 10,
    voids: 2,
    mxAddresses: 10,
    ptrNames: 10,
    /** Of one evaluation; RFC 7208 §4.6.4 wants at least 20 s. */
    time: 20_000,
    /** Terms looked at past the limit, so that the report can say by how much it is exceeded. */
    counted: 30,
    depth: 10,
    /** For the whole tree of a domain: questions, and networks that are put together. */
    queries: 400,
    networks: 2_000,
  },
  /** Bits of an RSA key that is looked at for weaknesses: OpenSSL verifies with no longer one; and how far is looked. */
  dkim: { modulus: 16_384, smallFactors: 4_096, fermatSteps: 100 },
  /** SPF and DKIM identifiers of one message that DMARC walks for, of each kind. */
  dmarc: { identifiers: 10 },
  smtp: {
    line: 2_048,
    replyLines: 100,
    reply: 64 * 1024,
    session: 256 * 1024,
    connect: 10_000,
    greeting: 30_000,
    step: 20_000,
    total: 90_000,
    /** After a 421 or 450, until the next session with that address. */
    backOff: 5_000,
  },
  /**
   * The sink for test messages: a command line, wrong commands of one client, recipients of a message, clients at once,
   * octets that wait for their judgement in all; times for a client's next octet, for its whole session, and for those
   * that are still there when the sink ends.
   */
  sink: {
    line: 2_048,
    faults: 20,
    recipients: 100,
    clients: 10,
    held: 128 * 1024 * 1024,
    idle: 60_000,
    total: 300_000,
    farewell: 1_000,
  },
  /**
   * A probe, with somebody waiting: times for the greeting, the answer to a command, what is said after a message, QUIT,
   * and all of it; rounds of a login, of its key derivation; a message; addresses tried.
   */
  probe: {
    greeting: 60_000,
    step: 60_000,
    message: 120_000,
    quit: 3_000,
    total: 180_000,
    rounds: 10,
    iterations: 1_000_000,
    size: 32 * 1024 * 1024,
    recipients: 100,
    password: 64 * 1024,
    places: 20,
  },
  /** A bare connection to a port, its place in the queue not counted. */
  reach: 5_000,
  /** `issuers`: certificates of CAs kept, so that each is read once. */
  tls: { handshake: 15_000, chain: 10, certificate: 64 * 1024, issuers: 1_000 },
  https: { body: 64 * 1024, headers: 16 * 1024, total: 20_000, interim: 10, addresses: 4 },
  /** A logo, which BIMI says is of 32 kilobytes at most, as it is served and without its gzip; and what is read of it. */
  bimi: { logo: 32 * 1024, unpacked: 256 * 1024, elements: 5_000, depth: 100, redirects: 3 },
  /**
   * A bounce: octets of it, chars of one part and of its HTML, parts and how deep they go, recipients. Of all bounces:
   * recipients that are kept, and names that are counted.
   */
  bounce: {
    size: 16 * 1024 * 1024,
    text: 256 * 1024,
    html: 128 * 1024,
    parts: 200,
    depth: 20,
    recipients: 1_000,
    told: 100_000,
    names: 10_000,
  },
  /**
   * A queue: octets of a line of its listing, recipients of a message that are looked at, messages that are told apart,
   * names that are counted, and those that are told; domains of one sender. Of the spool: files that are looked into,
   * octets of one, corrupt ones that are told. A tool of Postfix may run for `time`, a listing for `listing`.
   */
  queue: {
    line: 16 * 1024 * 1024,
    recipients: 1_000,
    messages: 5_000_000,
    names: 50_000,
    told: 500,
    domains: 1_000,
    files: 20_000,
    envelope: 4_096,
    corrupt: 1_000,
    /** Messages that one operation may take; octets and lines of one that are shown. */
    taken: 1_000_000,
    shown: 4 * 1024 * 1024,
    lines: 200,
    printed: 64 * 1024 * 1024,
    time: 60_000,
    listing: 300_000,
  },
  /** Reports of receivers: files, what is unpacked from them, and what is kept of it. */
  reports: {
    /** One file as it lies there; an mbox, which is read a message at a time, may be longer. */
    file: 64 * 1024 * 1024,
    mbox: 16 * 1024 * 1024 * 1024,
    message: 16 * 1024 * 1024,
    /** Lines cost a reader of messages more than octets do; those that begin with two hyphens may each begin a part. */
    lines: 220_000,
    parts: 10_000,
    /** One report unpacked, all that comes out of one file, and how many times what it was packed in past `small`. */
    document: 64 * 1024 * 1024,
    unpacked: 256 * 1024 * 1024,
    ratio: 200,
    small: 1024 * 1024,
    /** Files in an archive or a message, and how deep one may be inside another. */
    entries: 1_000,
    nested: 4,
    /** Folders inside one another; entries of one folder. */
    folders: 32,
    listed: 1_000_000,
    together: 4,
    xml: {
      elements: 5_000_000,
      depth: 32,
      attributes: 20,
      section: 2_000,
      text: 2_000,
      mended: 10_000,
      records: 250_000,
      results: 100,
    },
    tls: { document: 4 * 1024 * 1024, policies: 1_000, failures: 10_000, lines: 1_000, text: 2_000 },
    /** Groups that are summed apart, addresses kept of one, faults kept in all, each in the order of arrival. */
    groups: 100_000,
    addresses: 1_000,
    problems: 1_000,
    /** Selectors and addresses that a domain is credited with; the most used first. */
    learnt: 20,
  },
  /**
   * A message in a file, and what is read of it. `marks`: lines that begin as a boundary of parts does. A message that is
   * over one of them is not looked into.
   */
  message: {
    size: 32 * 1024 * 1024,
    header: 1024 * 1024,
    fields: 2_000,
    lines: 10_000,
    marks: 2_000,
    /** Lines that may part it, times its octets: the text of its parts is put together again and again. */
    work: 2_000_000_000,
    /** Lines of all of it, and octets of its HTML: more take seconds and gigabytes to take apart. */
    bodyLines: 450_000,
    html: 4 * 1024 * 1024,
    depth: 30,
    signatures: 10,
    links: 1_000,
    hosts: 20,
  },
  /**
   * Files of zones. `file` is all that is read for one source, what it includes counted in; `all`, the files of one set;
   * `yaml`, one YAML file; `values`, those of one JSON file, and `nested`, how deep they are in one another; `records`,
   * those of one source, of which a large zone has a million; `generated`, those that $GENERATE makes of it; `data`, the
   * characters of one record's data; `problems`, those told at once.
   */
  zones: {
    file: 64 * 1024 * 1024,
    all: 1024 * 1024 * 1024,
    yaml: 2 * 1024 * 1024,
    values: 8_000_000,
    nested: 200,
    records: 2_000_000,
    generated: 100_000,
    includes: 100,
    depth: 8,
    data: 300_000,
    problems: 20,
    /** Comments that ask for findings to be borne. */
    ignores: 1_000,
    notes: 200,
  },
  /**
   * A configuration of Postfix: octets of a file, of what a tool prints, of a table that is read; settings and services
   * that are kept; entries of tables that are told; tables and steps of one lookup. A tool may run for `time`.
   */
  postfix: {
    file: 1024 * 1024,
    printed: 4 * 1024 * 1024,
    table: 16 * 1024 * 1024,
    settings: 5_000,
    services: 1_000,
    entries: 50,
    tables: 100,
    steps: 60,
    time: 10_000,
    /** For the server that checks passwords to greet. */
    greeting: 2_000,
  },
  /**
   * A log: octets of a line (Postfix writes at most 2 kB, the journal wraps it in 20 times as much) and of what is read
   * at once; names under one heading, and characters of a name and of a warning; destinations; days; messages on their way;
   * texts whose cause is kept; lines that are shown where they cannot be read.
   */
  log: {
    line: 65_536,
    chunk: 256 * 1024,
    names: 20_000,
    name: 320,
    text: 90,
    domains: 10_000,
    days: 1_000,
    messages: 100_000,
    texts: 5_000,
    shown: 5,
  },
  config: { file: 1024 * 1024, domains: 64 * 1024 * 1024 },
  /** A subject's fact may take this long unless it says otherwise; a target and, if set, a run. */
  fact: 20_000,
  target: 60_000,
  stopping: 5_000,
  /** At once: targets in a run, connections in all, connections to one address, to hosts of one operator. */
  together: 20,
  connections: 64,
  perAddress: 2,
  perOperator: 4,
  hosts: 20,
  addresses: 20,
  /** Addresses of a zone's name servers that are asked. */
  nameServers: 16,
  senders: 100,
  /** Names whose facts targets share, kept for those to come. */
  shared: 4_000,
  /** A printed value. */
  shown: 300,
  /** A printed line that the reader copies; the message of a GitHub annotation. */
  copied: 8_192,
  annotation: 4_000,
  /** A text in a code scanner, which takes 1,024 characters of a description; one in a chat. */
  described: 1_000,
  chatted: 600,
} as const;
