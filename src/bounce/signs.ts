/** By what mail shows that it is a bounce, or an answer that a program gave. */

const failure =
  /undeliver|not (?:be )?deliver|(?:deliver\w{0,6}|mail|message|transmission)[^.]{0,40}(?:fail|error|problem|delay|impossible|expired|rejected|return|denied|undeliver|incomplete)|fail\w{0,4}[^.]{0,40}(?:deliver|mail|notice|recipient)|returned (?:mail|message|to sender)|could(?: not|n't) (?:be )?(?:deliver|sen[dt]|send|reach)|unable to (?:deliver|send|reach)|wasn't able to deliver|did not reach|has not (?:yet )?been delivered|non-? ?(?:delivery|remis)|nondeliverable|mail (?:system|delivery|server) (?:error|warning|problem|status)|unknown (?:user|recipient|address)|user unknown|no such user|over quota|mailbox (?:is )?(?:full|unavailable)|warning: (?:message|could not|mail)|can ?not be delivered|cannot (?:deliver|send)|was not (?:delivered|sent)|delivery (?:status|report|notification|attempt)|permanent (?:fatal )?error|following (?:address|recipient)|rejected (?:by|your)|bounced|unzustellbar|nicht zugestellt|no (?:pudo|se pudo|puede) (?:ser )?entreg|non remis|n'a pas pu|配信|未能送达|не доставлен|退信|mail error|requested action not taken|送信できません|メールエラー|ne peut|kann nicht|nie mo|nie zosta|problem with your/i;

export const looksFailed = (text: string): boolean => failure.test(text.slice(0, 4_000));

export const isDaemon = (from: string): boolean =>
  /mailer-daemon|post_?master|mail ?delivery|mail ?administrator|mail ?daemon|<>|^$|mdaemon|system administrator|postoffice|mail system|double-bounce|bounce|admin/i.test(
    from.slice(0, 500),
  );

const away =
  /out of (?:the )?office|auto(?:matic|mated|matische|matique)?[ -]?(?:reply|respon|answer|antwort|ack)|on vacation|vacation(?: reply| message|:)|away from (?:my|the)|automatic acknowledg|absence|abwesenheit|atvalin|fuera de (?:la )?oficina|on (?:annual |maternity |sick )?leave|currently (?:away|out)|have received your (?:mail|message|e-?mail)|thank you for (?:contacting|your (?:mail|email|message|e-mail))|atbilde|i am (?:away|out|on)/i;
export const looksAway = (text: string): boolean => away.test(text.slice(0, 1_000));

const challenge =
  /(?:confirm|verify|verification|authenticate|prove)[^.]{0,60}(?:your (?:e-?mail|message|address)|you are|human|sender)|challenge|boxbe|click (?:on )?the (?:link|following)[^.]{0,60}(?:deliver|confirm|release)|sender (?:verification|confirmation)|spamarrest|awaiting (?:your )?(?:approval|moderator)|waiting list/i;
export const looksChallenge = (text: string): boolean => challenge.test(text.slice(0, 2_000));
