/** What one kind of channel does on this machine, towards a WhatsApp that is played on loopback. */
export type ChannelFigures = {
  readonly channel: "cloud-api" | "baileys";
  readonly sendsPerSecond: number;
  readonly receivesPerSecond: number;
  /** Of what the sessions are held by: the server for the Cloud API, the processes of linked phones for them. */
  readonly rssMbPerSession: number;
  readonly rssMb: number;
  readonly sessions: number;
  readonly sends: number;
  readonly receives: number;
  /** Messages that one person got, or that were taken from one person, in another order than they were written. */
  readonly outOfOrder: number;
  readonly lost: number;
  readonly doubled: number;
  readonly explanation: string;
};

/** How many came at a second, by the moments in milliseconds at which each did. */
export function rateOf(momentsMs: readonly number[]): number {
  const [first, last] = [Math.min(...momentsMs), Math.max(...momentsMs)];
  return momentsMs.length < 2 || last <= first ? 0 : Math.round(((momentsMs.length - 1) / (last - first)) * 1_000);
}

/** How many numbers stand behind a greater one: 0 in order. */
export function misplaced(numbers: readonly number[]): number {
  let greatest = Number.NEGATIVE_INFINITY;
  return numbers.filter((number) => {
    const isBehind = number < greatest;
    greatest = Math.max(greatest, number);
    return isBehind;
  }).length;
}
