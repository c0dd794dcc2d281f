/**
 * Lists that many configurations still name and that are no more. They are not asked: some answer for everything since
 * their domain was sold, and others tell whoever has it now which addresses matter to whom. Read 2026-11 from the lists'
 * own announcements, as mail filters and their trackers quote them.
 */
export const endedLists: Readonly<Record<string, string>> = {
  "sorbs.net": "was shut down in June 2024",
  "ix.dnsbl.manitu.net": "was shut down in January 2025",
  "dnsbl.inps.de": "was shut down in May 2020",
  "db.wpbl.info": "was shut down",
  "dnsbl.ahbl.org": "lists everything since January 2015, to be taken out",
  "dnsbl.njabl.org": "was shut down in 2013",
  "relays.ordb.org": "was shut down in 2006",
  "list.dsbl.org": "was shut down in 2008",
  "rfc-ignorant.org": "was shut down in 2012",
  "virbl.bit.nl": "was shut down in 2017",
  "bl.emailbasura.org": "has lost its domain, which answers for everything",
  "megarbl.net": "has lost its domain, which answers for everything",
  "dul.ru": "has lost its domain, which answers for everything",
  "msrbl.net": "has lost its domain, which answers for everything",
  "dnsbl.cyberlogic.net": "was shut down",
  "dnsbl.burnt-tech.com": "was shut down",
  "bl.spamcannibal.org": "was shut down",
  "ubl.unsubscore.com": "was shut down",
  "wormrbl.imp.ch": "was shut down",
  "spamrbl.imp.ch": "is spamrbl.swinog.ch now",
  "cbl.abuseat.org": "is a part of Spamhaus ZEN now, which is asked instead",
  "bl.nszones.com": "holds what Spamhaus calls a forged copy of its own list",
};
