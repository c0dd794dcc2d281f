/** A label that nobody publishes: what answers for it answers for every name. Always the same, so that it can be replayed. */
export const unlikelyLabel = "mw-7qx2k9zt4b";
