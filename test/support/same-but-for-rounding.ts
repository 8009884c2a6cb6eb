/** Whether two texts are the same, numbers in them aside, and these nearly so: results of one program on two machines. */

const numbers = /-?\d+(?:\.\d+)?/g;

/** Numbers may differ by 0.02, or by 2 % of the larger. */
export function sameButForRounding(one: string, other: string): boolean {
  if (one.replace(numbers, '#') !== other.replace(numbers, '#')) return false;
  const [ours, theirs] = [one.match(numbers) ?? [], other.match(numbers) ?? []].map((found) => found.map(Number));
  return ours!.every(
    (number, i) => Math.abs(number - theirs![i]!) <= Math.max(0.02, 0.02 * Math.max(Math.abs(number), Math.abs(theirs![i]!))) + 1e-9,
  );
}
