import googleBulk from "./google-bulk.js";
import microsoftBulk from "./microsoft-bulk.js";
import parked from "./parked.js";
import receiving from "./receiving.js";
import recommended from "./recommended.js";
import strict from "./strict.js";
import yahoo from "./yahoo.js";

/** Every built-in preset; the first is the one used where none is chosen. */
export default [recommended, strict, receiving, parked, googleBulk, yahoo, microsoftBulk];
