/** An address of Terraform, taken apart: `module.mail["a"].aws_route53_record.mx[0]`. */
export interface Address {
  /** Names of its modules, the outermost first. */
  modules: string[];
  /** Its module with the keys of instances: `module.mail["a"]`; nothing for the root. */
  module: string;
  /** `aws_route53_record.mx`, or `data.aws_route53_zone.main`. */
  resource: string;
  /** The key of the instance, as it is written between brackets. */
  key: string | undefined;
}

/** A name, and the key of an instance after it. */
const step = /([^.[\]"]+)(?:\[("(?:[^"\\]|\\.)*"|\d+)\])?(?:\.|$)/y;

/** An address, or a reference to an attribute of one, of which what comes after the resource is left out. */
export function addressOf(text: string): Address | undefined {
  const modules: string[] = [];
  let module = "";
  let at = 0;
  const next = (): RegExpExecArray | null => {
    step.lastIndex = at;
    const found = step.exec(text);
    if (found) at += found[0].length;
    return found;
  };
  for (let found = next(); found; found = next()) {
    const [, word, key] = found;
    if (word === "module" && key === undefined) {
      const name = next();
      if (!name) return undefined;
      modules.push(name[1]!);
      module += `${module === "" ? "" : "."}module.${name[1]!}${name[2] === undefined ? "" : `[${name[2]}]`}`;
      continue;
    }
    const type = word === "data" ? next()?.[1] : word;
    const name = next();
    if (type === undefined || !name) return undefined;
    return { modules, module, resource: `${word === "data" ? "data." : ""}${type}.${name[1]!}`, key: name[2] };
  }
  return undefined;
}
