/** The audit is never erased: it keeps what was said of the lawyer, and not who that is. */
export function withoutNames(said: object | null | undefined): object | null {
  if (!said || !("name" in said)) return said ?? null;
  const { name: _, ...others } = said;
  return others;
}
