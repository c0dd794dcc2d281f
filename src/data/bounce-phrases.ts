import type { ReasonName } from "./bounce-reasons.js";

/**
 * What replies and reports say, by reason; the first that is found counts, so what is particular stands before what is
 * general. Phrases are looked for in lower case, in text with single blanks. Collected from replies of public servers;
 * as of 2026-11-24. None has more than one open repetition, so that each is looked for in linear time.
 */
export const bouncePhrases: readonly (readonly [reason: ReasonName, phrases: RegExp])[] = [
  [
    "greylisted",
    /gr[ea]y-?list|gr[ea]y list|postgrey|temporarily deferred due to unknown|try again in \d+ (?:seconds|minutes) \(gr/,
  ],
  [
    "networkerror",
    /connection (?:refused(?! by)|timed ?out|reset|was reset|dropped by|failed|lost|closed unexpectedly)|lost connection|no route to host|(?:network|host) (?:is )?unreachable|operation timed out|loops back to (?:my|it)self|too many hops|hop count|mail(?:er)? loop|mail forwarding loop|conversation with [^ ]{1,100} timed out|could not connect|unable to connect|couldn.t connect|wasn.t able to establish|try again[^.]{0,20} later, or|host or domain name not found[^.]{0,40}try again|name service error[^.]{0,80}try again|servfail|timeout exceeded|communications? (?:failure|error)/,
  ],
  ["policyviolation", /recipient address rejected: access denied/],
  [
    "notcompliantrfc",
    /not rfc ?\d{0,4} compliant|duplicate header|multiple (?:from|subject|to) headers?|bare (?:lf|cr|newline)/,
  ],
  ["spamdetected", /spam or virus|likely unsolicited|likely suspicious/],
  [
    "securityerror",
    /smtp auth\w{0,10}(?: in your| is| required)|authentication (?:is )?required|client was not authenticated|must authenticate/,
  ],
  [
    "rejected",
    /sender (?:address |domain )?(?:<[^>]{0,100}> )?(?:rejected|verify fail|denied|unknown)|<[^>]{0,100}> sender rejected|sender verify/,
  ],
  ["mailboxfull", /mailbox exceeds|mailbox is full|over ?quota|quota exceeded/],
  [
    "userunknown",
    /requested action not taken: mailbox unavailable|mailbox unavailable or access denied|tried to reach does not exist|recipient ?not ?found|unknown recipient(?! domain)|user unknown|unknown user|no such user|doesn't have a [^ ]{1,60} account|group you tried to contact|連絡しようとしたグループ/,
  ],
  [
    "virusdetected",
    /virus(?! ?free)[^.]{0,40}(?:found|detected|infected)|(?:contains|infected with|carried|detected)[^.]{0,30}\b(?:virus|malware|worm)|malware|infected (?:file|message|with)|virus infect|executable (?:file|attachment) [^.]{0,40}virus|our virus scanner/,
  ],
  [
    "failedstarttls",
    /starttls|tls (?:is )?(?:required|handshake|negotiation|session|connection|not available|verification)|cannot start tls|certificate (?:not trusted|verif|is not|has expired|chain)|server certificate|requiretls|tls-?sts|mta-sts|untrusted tls|ssl (?:handshake|connection|protocol)|ssl_connect/,
  ],
  [
    "authfailure",
    /\bdmarc\b|\bspf\b|\bdkim\b|\barc (?:seal|valid)|sender policy framework|sender id (?:validation|check|failed)|domainkeys|unauthenticated (?:mail|email|sender)|is unauthenticated|passed? auth(?:entication)? checks|authentication(?:-results| checks? | requirements)|openspf\.|does not designate|not authorized to send (?:mail|email|messages) (?:from|for|on behalf)|sender is not authenticated/,
  ],
  [
    "requireptr",
    /\bptr\b|reverse (?:dns|hostname|lookup|name|mapping|address|ip)|\br-?dns\b|cannot find your (?:reverse )?host|client host(?:name)? (?:rejected: )?cannot find|no (?:reverse )?dns (?:name|hostname|entry)|unable to (?:verify|resolve) (?:your )?(?:client|ip|remote)|resolve your (?:ip|host)|fcrdns|fix reverse|inconsistent (?:forward|reverse)|forward[- ]confirmed|generic (?:reverse|rdns|hostname)|dynamic (?:ip|reverse|rdns|hostname)/,
  ],
  [
    "ratelimited",
    /rate ?-?limit|too (?:many|much) (?:connections?|concurrent|messages|mails?|emails|recipients|sessions|smtp|unknown|invalid|bad|errors?|hops? con)|(?:exceeded|reached|over|maximum) [^.]{0,40}(?:rate|messages? per|recipients|connections|hourly|daily|sending (?:limit|quota)|sessions|email limit)|throttl|unusual rate|message(?:s)? (?:rate|limit)|(?:hourly|daily|sending|user) (?:limit|quota|sending)|slow(?:ing)? down|concurren(?:t|cy) [^.]{0,20}(?:limit|connections)|connection (?:rate|limit|frequency)|try(?:ing)? too (?:often|fast)|receiving mail at a rate|sending mail too (?:fast|quickly)|excessive (?:number|rate|message)|frequency limit|resources temporarily unavailable|deferred due to (?:user complaints|excessive)|mail ?flood|smtp-?401 |per-(?:hour|day)|you have sent too|high volume/,
  ],
  [
    "emailtoolarge",
    /(?:message|mail|e-?mail|file|attachment|data|content|body)(?: size| length)? (?:is |was )?(?:too (?:big|large|long)|exceed|over|larger|bigger|greater)|too (?:big|large) (?:message|mail|e-?mail|for|body)|message (?:header )?size|(?:size|length) (?:limit|exceed|is too)|exceed[^.]{0,60}(?:size|length|bytes|kb|mb)\b|maximum (?:message|file|mail|allowed|attachment) ?(?:size|length)|size of (?:the|this|your) (?:message|mail)|mail file size|5\.3\.4|552 [^.]{0,20}too/,
  ],
  [
    "mailboxfull",
    /mail ?box (?:is |was |has |size |quota |disk |for |storage )*(?:full|exceed|over|quota|limit|too)|over[- ]?(?:its |the |their |disk )*quota|quota (?:is |was |has been )*(?:exceed|full|reached|violation|violated|usage|limit|overflow)|exceed(?:ed|s|ing)? [^.]{0,40}(?:quota|storage|mailbox|disk|space|allocation)|insufficient (?:disk|storage|quota|space)|(?:inbox|maildir|user|account|folder|disk|storage)(?: is| has)? (?:full|over)|not enough (?:storage|disk|space)|out of (?:storage|quota|disk)|disk quota|quota for|full mailbox|mailbox[^.]{0,30} full|no space|storage (?:limit|space|quota|allocation)|enough space|over the (?:maximum )?allowed quota|would exceed mailbox|boite du destinataire pleine|delivery failed: over|5\.2\.2|insuficiente|espacio/,
  ],
  [
    "suppressed",
    /suppress(?:ed|ion)|on the (?:account|global|bounce) suppression|previous(?:ly)? (?:hard )?bounce|previously unsubscribed|previously marked as spam|inactive recipient|bounced address|recipient[^.]{0,30}opted out/,
  ],
  [
    "suspend",
    /(?:account|mailbox|user|address|recipient|mail|domain|e-?mail|inbox)(?: account)?(?: has been| is| was| currently| temporarily|:)* (?:currently |temporarily |permanently |been |now |expired and )*(?:disabled|suspended|inactive|deactivated|locked|frozen|discontinued|closed|terminated|blocked due to inactivity|unavailable|not active|expired|archived|on hold)|(?:inactive|disabled|suspended|deactivated|closed|dormant|locked|archived|expired) (?:user|account|mailbox|recipient|address|email)|no longer (?:active|in use|used|on server|available)|not (?:currently )?active|invalid\/inactive|sleeping|bo.te du destinataire archivee|inativ|vdelivermail: account is locked|account that you tried to reach is (?:disabled|inactive|over)|user[^.]{0,40}is (?:inactive|disabled|suspended)|has not (?:logged|accessed)|5\.2\.1 [^.]{0,60}(?:disabled|inactive|unavailable)|not a? ?paying/,
  ],
  [
    "norelaying",
    /relay(?:ing)? (?:access |is |not |mail )*(?:den|not|prohib|permit|forbid|disallow|restrict|allow|block|reject)|relaying? (?:to|for|from)|unable to relay|(?:not|cannot|can't|no|deny|prevent|unauthorized|authenticat\w+ to) (?:\w+ ){0,3}relay|rcpthosts|not (?:a |an )?(?:gateway|open relay|our customer)|is not (?:permitted|allowed|configured) to relay|local[- ]domain|not authenticated(?!.{0,40}sender)|we do not relay|domain not (?:in|hosted|handled|local)|insecure mail relay|mail server requires authentication|that domain isn't in|not allowed to send (?:mail )?(?:to|through)|non-local recipient/,
  ],
  [
    "hasmoved",
    /has moved|(?:has|have|was|been) (?:changed|replaced)(?: to| by| with)|new (?:e-?mail )?address (?:is|:)|please (?:try|forward to|use) <|moved to (?:another|<|other)|user not local; please|no forwarding address|address (?:has )?changed|account number has been|recipient [^.]{0,20}moved|user has left|no longer works here|no longer (?:with|employed|at)/,
  ],
  [
    "notaccept",
    /null ?mx|host\/domain does not accept|domain (?:does not|doesn.t) accept (?:any )?(?:mail|e-?mail)|domain [^ ]{0,100} ?(?:does not accept|accepts no) mail|name server: \.: host|mail receiving disabled|smtp service (?:is )?(?:disabled|not available)/,
  ],
  [
    "hostunknown",
    /(?:host|domain|server)(?: name| or domain name)*(?: <?[\w.-]{1,100}>?)? (?:unknown|not (?:found|known|exist|valid)|lookup (?:failed|error)|does not (?:exist|resolve)|doesn.?t exist|is (?:unknown|invalid))|unknown (?:mail )?(?:host|domain)|no such (?:host|domain)|illegal host|invalid domain|nxdomain|couldn.t find any host|name or service not known|host (?:name )?lookup|all (?:relevant )?mx records point|unrouteable mail domain|domain name not found|can.t find (?:host|domain)|no (?:dns )?(?:mx|a record|mail exchanger)|domain isn't|does not resolve|unknown recipient domain|mail server for [^ ]{1,100} (?:was )?not found|no valid hosts|hostname unknown|bad destination (?:host|system)/,
  ],
  [
    "userunknown",
    /(?:user|recipient|mailbox|mail ?box|account|address|addressee|alias|member|customer|destinat\w+|name|username|e-?mail|rcpt|id|person|contact|destinataire|usuario|utilisateur|empf.nger|forwarder|box|local part)s?(?: name| address| account| to| for| email)?(?: ?<[^>]{0,100}>)?(?: is| was| are| has been|:| -|,| \(|\.\.\.)* ?(?:either )?(?:unknown|not (?:known|found|exist|here|valid|a (?:known|valid)|available|recogni[sz]ed|registered|listed|in |our|on|local|a member|deliverable|present|allowed to receive)|(?:does|do|did)(?: not|n't) (?:exist|have|match|appear)|doesn.?t (?:exist|have)|no such|invalid|inv.lid|inexist|nonexist|non-exist|desconocid|inconnu|unrecogni|undeliver|isn't|cannot be (?:found|resolved)|can't be found|couldn't be found|n'existe|no longer (?:exists|valid|accept)|unrouteable|unavailable|bad|wrong|deleted|removed|missing|rejected: user|lookup fail|verification fail|failed (?:verif|lookup))|(?:unknown|no such|invalid|bad|no|non-?existent|nonexisting|unrouteable|unroutable|undeliverable|illegal|unrecogni[sz]ed|incorrect|not a valid|undefined|wrong|missing|non exist\w+) (?:local )?-?(?:or \w+ )?(?:user|recipient|mail ?box|account|address|addressee|alias|local[- ]?part|rcpt|destination|username|email|e-mail|person|mail ?user|virtual|name|forward|id\b|login|deliver\w+ address|contact|\(or|in our|domain user)|does ?n[o']t (?:exist|have an account|have a|like recipient)|user_unknown|userunknown|unknown_user|no (?:mail ?box|account|user|one|local mailbox|valid|valid host|valid recip|such person|such recipient)(?: here| by| with| found)?|not (?:our|a) (?:customer|user|member)|vrfy failed|recipient not|not listed in|couldn'?t find any? ?(?:user|mailbox|account|alias)|unknown (?:to|in|on|at|address|adress|or illegal|local|uid|e-?mail)|not found in|resolver\.adr\.(?:recip|exrecip)notfound|user ?n(?:ot|o) ?found|nosuchuser|there is no (?:such )?(?:user|account|mailbox|one)|(?:could|can) ?not be (?:found|verified|resolved)|is not a (?:known|valid|registered|local)|not known|550 5\.1\.1|5\.1\.10 |isn't in my (?:list|control)|this user|sorry, no mailbox|not have (?:a|an) [^.]{0,30}(?:account|mailbox)|unable to find|no existe|wasn't found|wasn.t found|unknown or|unknown user|dosn't exist|dirección|unbekannt|nicht (?:bekannt|gefunden|vorhanden|existiert)|введен|не существует|is not accepting any mail|wrong (?:mail|address)|mailbox unavailable|all relevant mx records point to non-existent|rejected by recipient(?!s)|no mapping|whose? mailbox/,
  ],
  [
    "blocked",
    /block ?-?list|black ?-?list|\b(?:dns)?[rx]?bls?\b|dnsbl|spamhaus|spamcop|sorbs|barracuda(?:central|networks)?\b|\bsbl|\bxbl|\bpbl|uribl|surbl|proofpoint\.com|senderbase|cloudmark|abusix|mailspike|uceprotect|invaluement|njabl|dsbl|trendmicro|(?:ip|(?:ip|your|client) address|client|server|connection|network|you)s?(?: \[?[\d.]{7,15}\]?)?(?: is| are| has been| was| have been|:)* (?:currently |temporarily |permanently |been )*(?:block|list|bann|refus|deni|reject)|access denied|denied access|banned|banning|(?:client|host|connection|ip|helo)(?: host| address| name)? (?:rejected|refused|denied|blocked|not allowed)|blocked (?:by|due|using|for|because|at|until)|refused to talk|connection (?:dropped|rejected|not allowed)|dynamic|residential|dial-?up|helo command rejected|invalid helo|bad helo|bogus helo|helo (?:name )?(?:invalid|mismatch)|mail from (?:your|ip|\[?\d)|temporarily deferred \[?\d|your (?:server|network|ip|mail server|isp|host)|from your (?:ip|network|server|host)|not accept(?:ing)? (?:mail|connections|e-?mail) from|no ip address|unacceptable (?:mail|address)|refusing (?:connection|mail)|service refused|temporarily blocked|open proxy|open relay|compromised|zombie|listed (?:at|in|on|by)|find\.cgi|part of their network|sender ip|service unavailable; client/,
  ],
  [
    "badreputation",
    /reputation|poor (?:score|sender)|low (?:score|trust)|senderscore|trust(?:ed)? score|sender score|suspicious activity on the (?:ip|sender)|very low/,
  ],
  [
    "spamdetected",
    /\bspam(?! ?trap)|unsolicited|\bjunk\b|\bbulk\b|spamassassin|\bscore of|content (?:rejected|filter|policy|denied|scan)|looks like|likely unsolicited|considered (?:as )?(?:spam|unsol)|filter(?:ed)? (?:by|as|reject)|appears to be|suspicious|phish|blocked (?:url|link|content)|mail ?content denied|bayes|rejected by (?:the )?(?:content|filter|anti)|classified as|rule imposed|message (?:refused|filtered|was rejected by|was blocked|content)|url(?:s)? in (?:the|this|your)|complain|scored? |anti-?spam|undesirable|rejet/,
  ],
  [
    "notcompliantrfc",
    /rfc ?-?(?:2822|5322|822|5321|2821|compli|viol)|not (?:rfc|compliant)|duplicate (?:header|field)|multiple (?:from|subject|to|date|addresses in from)|missing (?:header|from|message-id|date|subject|required)|bare (?:lf|cr|line|newline)|invalid (?:header|from header|message-id)|header (?:error|syntax|is missing)|line (?:too long|length)|malformed/,
  ],
  [
    "notaccept",
    /null ?mx|does not accept (?:mail|e-?mail|any)|not accept(?:ing)? (?:any )?(?:mail|e-?mail|messages|connections)|no smtp service|smtp (?:service )?(?:is )?(?:not|disabled)|host\/domain does not accept|nullmx|doesn'?t accept (?:mail|e-?mail)|no longer accept|system not accepting|name server: \.: host|mail receiving disabled|521 /,
  ],
  [
    "hostunknown",
    /host (?:or domain name )?(?:unknown|not (?:found|known|exist)|lookup|does not)|domain (?:name )?(?:not (?:found|exist|known|valid)|does not|doesn|must resolve|isn't|is (?:not|invalid|unknown))|no (?:mx|a record|such (?:host|domain)|valid (?:host|mail ?hosts|mx)|mail (?:server|exchanger|host)|dns (?:record|data))|(?:unknown|invalid|illegal|unrouteable|bad) (?:host|domain|mail ?host|mail domain|destination)|nxdomain|name (?:or service )?not (?:known|found)|couldn'?t find any host|could not resolve|unable to (?:resolve|route|find)|unrouteable|cannot resolve|dns (?:error|lookup|failure|server returned)|mx (?:lookup|record|points)|name (?:service )?error[^.]{0,80}not found|all (?:relevant )?mx|no route|domain name|malformed or unexpected name server|host was not found|host name is unknown|does not exist|no relevant answers/,
  ],
  [
    "systemfull",
    /system (?:full|storage|is full)|insufficient system (?:storage|resources)|disk (?:is )?full|no space left|server is (?:full|busy|too busy)|requested mail action aborted: exceeded storage|mail system full|too busy|queue file|4\.3\.1|load (?:average|is)/,
  ],
  [
    "mailererror",
    /mailer error|command (?:failed|died|output|time limit|exited)|exit ?(?:code|status|value)|procmail|pipe |mail delivery agent|local mailer|maildrop|deliver program|unknown mailer|x-unix|returned \d+|broken pipe|permission denied|process failed|died with|vdelivermail/,
  ],
  [
    "networkerror",
    /connection (?:refused|timed ?out|reset|lost|closed|dropped|aborted|failed|was|error|died|to|attempt|unexpectedly|time)|timed? ?-?out|lost connection|unreachable|no route|could ?n[o']t connect|unable to connect|could not connect|not connect|cannot connect|connect(?: to)? [^ ]{1,100}:|(?:mail )?loop(?:s|ing)?|too many hops|hop count|network (?:error|is|problem)|name service error|servfail|temporar[yi]\w* (?:dns|lookup|name|failure in name)|dns (?:temp|time)|hosts? (?:is |are )?down|bad connection|no answer|not respond|did ?n[o']t respond|not answer|communication|delivery temporarily suspended|mail for [^ ]{1,100} loops|socket|read error|write error|deferral|conversation with|sent too many times|forwarded too many|unable to deliver in time|host not reachable|retry time|too many received/,
  ],
  [
    "rejected",
    /sender (?:address |domain |e-?mail |verif\w+ |<[^>]{0,100}> )*(?:rejected|denied|refused|not|unknown|invalid|must|does|verify|fail|blocked|unacceptable)|(?:domain of )?sender|mail from|from address|from:? (?:domain|address|header)|return path|backscatter|envelope|bounce address|empty (?:envelope )?sender|null sender|not allowed to send|you are not (?:allowed|authorized|permitted)|administrative prohibition|unverified address|callout|callback|on behalf|restricted|only (?:accepts|members|subscribers)|require(?:s)? (?:that )?all senders/,
  ],
  [
    "securityerror",
    /authentication (?:required|failed|unsuccessful|credentials|fail)|must (?:authenticate|issue|log)|security (?:policy|reason|viol|violation)|login|password|encrypt|attachment (?:type|name|extension|is)|file (?:type|extension|name)|executable|local policy viol|insecure|cryptograph|not permitted|prohibited (?:attachment|file)|mail appears to/,
  ],
  [
    "contenterror",
    /mime|attachment|8-?bit|header|charset|encoding|media|format|conversion|smtputf8|invalid (?:message|content)|message (?:body|format)|no subject|empty (?:message|body)|improper|utf-?8|content/,
  ],
  ["userunknown", /recipient (?:address )?rejected|address rejected/],
  [
    "policyviolation",
    /polic(?:y|ies)|prohibited|not allowed|disallowed|forbidden|refused|not authori[sz]ed|denied|unacceptable|violat|rejected for|administrat|not accepted|rejected/,
  ],
  [
    "syntaxerror",
    /syntax error|unrecogni[sz]ed command|command (?:not|unrec|unknown|param|is not)|bad (?:command|sequence)|protocol error|invalid (?:command|argument|param)|not implemented|unimplemented|out of sequence|(?:^|[^.\d])50[0-4] /,
  ],
  [
    "systemerror",
    /internal (?:server )?error|system (?:error|config|fail|problem|incorrectly)|local (?:error|configuration|problem)|server (?:error|config|fail|temporarily)|temporar|configuration (?:error|problem)|error in processing|service (?:unavailable|not available|is)|try again later|technical|database|ldap|resources|unexpected|backend|malfunction|cannot (?:open|create|write|append)|can't (?:open|create|write)|i\/o error|lookup error|transaction failed|pending|delayed|unknown error/,
  ],
  [
    "expired",
    /expired|too old|deliver(?:y|ed) (?:time|within)|given up|queue too long|maximum queue|for \d+ (?:hours|days)|message timeout/,
  ],
];
