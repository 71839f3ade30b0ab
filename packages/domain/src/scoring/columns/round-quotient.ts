/** A quotient of whole numbers below 2^53, rounded once to a whole number: exact, since its floor is (see kernel.ts). NaN stays NaN. */
export function roundQuotient(over: number, divisor: number, toEven: boolean): number {
  const size = over < 0 ? -over : over
  let rounded = Math.floor(size / divisor)
  const twice = 2 * (size - rounded * divisor)
  if (twice > divisor || (twice === divisor && (!toEven || rounded % 2 === 1))) rounded += 1
  return over < 0 ? 0 - rounded : rounded
}
