/** The domain of a recipient, as qshape has it; a bare name is delivered here. */
export const domainOf = (address: string): string =>
  address
    .slice(address.lastIndexOf("@") + 1)
    .toLowerCase()
    .replace(/\.$/, "");
