import type { Setting } from "../syntax/postfix/main-cf.js";

/** Settings that hold a password themselves, as those of ldap: and pgsql: tables do. */
const secret = /(?:_bind_pw|_password|_passwd|_secret|_pw)$/i;
/** Tables that hold their content where they are named. */
const inPlace = /\b(static|inline):.*$/s;
/** Settings that name tables with passwords. */
const withPasswords = /(?:_sasl_password_maps|_sasl_auth_.*maps)$/;

/** A setting without the password in it. */
export function withoutSecret(setting: Setting): Setting {
  if (secret.test(setting.name)) return { ...setting, value: "(not shown)" };
  if (!withPasswords.test(setting.name)) return setting;
  return { ...setting, value: setting.value.replace(inPlace, "$1:(not shown)") };
}
