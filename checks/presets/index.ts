import bod1801 from "./bod-18-01.js";
import gate from "./gate.js";
import gmailAll from "./gmail-all.js";
import gmailBulk from "./gmail-bulk.js";
import gmailSpam from "./gmail-spam.js";
import icloud from "./icloud.js";
import internetNl from "./internet-nl.js";
import outlook from "./outlook.js";
import parked from "./parked.js";
import receiving from "./receiving.js";
import recommended from "./recommended.js";
import strict from "./strict.js";
import yahoo from "./yahoo.js";

/** Every built-in preset; the first is the one used where none is chosen. */
export default [
  recommended,
  strict,
  receiving,
  parked,
  gate,
  gmailAll,
  gmailBulk,
  yahoo,
  outlook,
  icloud,
  bod1801,
  internetNl,
  gmailSpam,
];
