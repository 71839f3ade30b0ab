import { type Hash, hex, utf8 } from '../kernel/digest.ts'
import type { Stratum } from './draw.ts'

/**
 * How many units each stratum gives of `size`: in proportion, at least one where `size` allows it, largest remainders
 * first, equal remainders by ticket SHA-256(seed ",allocation," stratum). No stratum gives more than it has.
 */
export const allocate = (
  strata: readonly Stratum[],
  size: number,
  seed: string,
  hash: Hash,
): ReadonlyMap<string, number> => {
  const total = strata.reduce((sum, { units }) => sum + units.length, 0)
  if (size < 0 || size > total) throw new RangeError(`cannot draw ${size} of ${total}`)
  const ranked = strata
    .map(({ key, units }) => ({ key, has: units.length, ticket: hex(hash(utf8(`${seed},allocation,${key}`))) }))
    .filter(({ has }) => has > 0)
  const least = size >= ranked.length ? 1 : 0
  const shares = new Map(ranked.map(({ key, has }) => [key, Math.max(least, Math.floor((size * has) / total))]))
  /** Distance from the exact share, in units of 1/total: whole numbers, so that ties are ties on every machine. */
  const owed = ({ key, has }: (typeof ranked)[number]): number => size * has - total * (shares.get(key) ?? 0)
  const given = () => [...shares.values()].reduce((sum, share) => sum + share, 0)
  while (given() !== size) {
    const step = given() < size ? 1 : -1
    const open = ranked.filter(({ key, has }) => {
      const share = (shares.get(key) ?? 0) + step
      return share >= least && share <= has
    })
    const [next] = open.toSorted((a, b) => step * (owed(b) - owed(a)) || (a.ticket < b.ticket ? -1 : 1))
    if (!next) throw new RangeError('no stratum can give another unit')
    shares.set(next.key, (shares.get(next.key) ?? 0) + step)
  }
  return shares
}
