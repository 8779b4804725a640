/** E.164 without its plus: how a phone stands in addresses. */
export function digitsOf(phone: string): string {
  return phone.replace(/^\+/, "");
}
