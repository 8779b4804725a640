/** E.164 digits as they are shown and can be dialled: "+573000000001". */
export function phoneText(digits: string): string {
  return `+${digits}`;
}
