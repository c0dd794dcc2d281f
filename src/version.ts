import pack from "mailworthy/package.json" with { type: "json" };

export const version: string = pack.version;
