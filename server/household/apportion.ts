/**
 * Splits a whole number by weights into whole parts whose sum is exact: largest remainder, no part above its cap.
 * Throws RangeError when the parts that have a weight cannot hold it.
 */
export function apportion(total: number, weights: readonly number[], caps: readonly number[] = weights.map(() => Infinity)): number[] {
  const parts = weights.map(() => 0);
  for (let left = total; left > 0; ) {
    const open = weights.flatMap((weight, at) => (weight > 0 && parts[at]! < caps[at]! ? [at] : []));
    if (open.length === 0) throw new RangeError(`${left} of ${total} do not fit`);
    const sum = open.reduce((all, at) => all + weights[at]!, 0);
    const shares = open.map(at => ({ at, exact: (left * weights[at]!) / sum }));
    const give = (at: number, wanted: number): number => {
      const given = Math.min(wanted, caps[at]! - parts[at]!);
      parts[at]! += given;
      return given;
    };
    const remainder = left - shares.reduce((all, { exact }) => all + Math.floor(exact), 0);
    for (const { at, exact } of shares) left -= give(at, Math.floor(exact));
    const byFraction = shares.sort((one, other) => (other.exact % 1) - (one.exact % 1) || one.at - other.at);
    for (const { at } of byFraction.slice(0, remainder)) left -= give(at, 1);
  }
  return parts;
}
