/** A stream of chances that is the same for the same seed, so that synthetic data can be made again. */
export interface Draws {
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** True with a probability from 0 to 1. */
  chance(probability: number): boolean;
  /** One of a list that is not empty. */
  one<T>(list: readonly T[]): T;
  /** One of the keys, each as likely as its weight says. */
  weighted<T>(entries: readonly (readonly [T, number])[]): T;
}

/** Mulberry32; `seed` is any 32-bit number. Fit for stand-in data, not for secrets. */
export function drawsOf(seed: number): Draws {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    whole,
    chance: probability => next() < probability,
    one: list => list[whole(0, list.length - 1)]!,
    weighted: entries => {
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      return (entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1)!)[0];
    },
  };
}

/** The same list in an order of its own. */
export function shuffled<T>(list: readonly T[], draws: Draws): T[] {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last--) {
    const at = draws.whole(0, last);
    [order[last], order[at]] = [order[at]!, order[last]!];
  }
  return order;
}
