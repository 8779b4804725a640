/** A request body of Stripe's as it is on the wire: flat names with brackets, each at most once. */
export type Form = ReadonlyMap<string, string>;

/** Why a body was refused, in Stripe's own words for it. */
export class FormError extends Error {
  override readonly name = "FormError";
  readonly code: string;
  readonly param: string;

  constructor(code: string, param: string) {
    super(`${code}: ${param}`);
    this.code = code;
    this.param = param;
  }
}

type Check = (value: string) => boolean;

/**
 * Reads a form-encoded body strictly: every name must be among the allowed ones (`line_items[][quantity]` stands for any
 * index), come once, and pass its check. @throws {FormError}
 */
export function readForm(body: string, allowed: Readonly<Record<string, Check>>): Form {
  const form = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body)) {
    const check = allowed[generalise(name, allowed)];
    if (!check) throw new FormError("parameter_unknown", name);
    if (form.has(name)) throw new FormError("parameter_repeated", name);
    if (!check(value)) throw new FormError("parameter_invalid", name);
    form.set(name, value);
  }
  return form;
}

/** `metadata[x]` is any key: Stripe allows 50 of at most 40 characters, with values of at most 500. */
function generalise(name: string, allowed: Readonly<Record<string, Check>>): string {
  const indexed = name.replace(/\[\d+\]/g, "[]");
  if (Object.hasOwn(allowed, indexed)) return indexed;
  return indexed.replace(/\[[a-z_]{1,40}\]$/, "[*]");
}

/** The entries below a name, such as all of `metadata`. */
export function below(form: Form, name: string): Record<string, string> {
  const inside = [...form].filter(([key]) => key.startsWith(`${name}[`));
  return Object.fromEntries(inside.map(([key, value]) => [key.slice(name.length + 1, -1), value]));
}
