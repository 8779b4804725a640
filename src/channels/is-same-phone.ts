/** Whether two spellings are one phone. */
export function isSamePhone(one: string, other: string): boolean {
  return spellings(one).includes(other) || spellings(other).includes(one);
}

/**
 * The spellings under which one phone may be known to WhatsApp, the given one first: Mexico's old mobile 1, Argentina's 9, and
 * Brazil's ninth digit are in some people's ids and not in others'.
 */
export function spellings(phone: string): readonly string[] {
  const others = VARIANTS.flatMap(({ long, short }) => {
    if (long.test(phone)) return [phone.replace(long, "$1$2")];
    return short.test(phone)
      ? [phone.replace(short, (_, head: string, tail: string) => head + added(head) + tail)]
      : [];
  });
  return [phone, ...others];
}

const VARIANTS = [
  { long: /^(52)1(\d{10})$/, short: /^(52)(\d{10})$/ },
  { long: /^(54)9(\d{10})$/, short: /^(54)([1-8]\d{9})$/ },
  { long: /^(55\d{2})9(\d{8})$/, short: /^(55\d{2})([6-9]\d{7})$/ },
] as const;

function added(head: string): string {
  return head === "52" ? "1" : "9";
}
