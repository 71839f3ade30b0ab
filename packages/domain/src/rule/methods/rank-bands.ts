import { add, compare, type Exact, exact, isWhole, min, one, sign, sub } from '../../kernel/exact.ts'
import { awarded } from '../amounts.ts'
import { type Finding, mustResolve } from '../findings.ts'
import { ask, type Computation, type Method } from '../method.ts'
import type { Award, RankBand, RankBandsRule } from '../model.ts'
import { joined, sayAward } from '../phrases.ts'
import { placesOf, sayShares } from '../place-shares.ts'
import { rankedInput, rankInput } from '../ranks.ts'
import type { Clause } from '../reading/clause.ts'
import { rankingOf, rankName } from '../reading/rank-order.ts'
import { isBehind, middleBehind, shareBehind, shareBetween } from '../reading/share-places.ts'
import { scored, show } from '../trace.ts'

/** M14, M15: the award of the run of places that the unit's place falls in. */
export const rankBandsMethod: Method<'rankBands'> = {
  kind: 'rankBands',
  inputs: ({ name, bands }) => [
    rankInput(name),
    ...(bands.some(({ end, by }) => end === 'last' || by === 'share') ? [rankedInput] : []),
  ],
  open: ({ bands, otherwise }) => [
    ...(otherwise || changesOnly(bands) ? [] : (['unlisted'] as const)),
    ...(bands.some(({ by }) => by === 'share') ? (['placeShare'] as const) : []),
  ],

  *compute(rule, given) {
    const rank = given.number(rule.name)
    if (!isWhole(rank) || sign(rank) <= 0) return { kind: 'error', code: 'rule.rankOutside', at: rule.name }
    const ranked = rule.bands.some(({ end, by }) => end === 'last' || by) ? given.number(rankedInput.name) : rank
    if (rule.bands.some(({ by }) => by) && compare(rank, ranked) > 0)
      return { kind: 'error', code: 'rule.rankOutside', at: rule.name }
    const inside: RankBand[] = []
    for (const band of rule.bands) if (yield* covers(band, rank, ranked)) inside.push(band)
    if (inside.length > 1) return { kind: 'error', code: 'rule.tiersOverlap', at: 'bands' }
    const said = inside[0]?.award ?? rule.otherwise ?? (changesOnly(rule.bands) ? full : undefined)
    const points =
      said === undefined && (yield* ask('unlisted')) === 'lowest'
        ? rule.bands.map(({ award }) => awarded(award, given.fullMark)).reduce(min)
        : awarded(said ?? none, given.fullMark)
    const clause = inside[0] ? sayBand(inside[0]) : rankBandsMethod.say(rule)
    return scored(given, [{ code: 'loss.rank', clause, points: sub(given.fullMark, points) }], {
      code: 'rankBands',
      clause,
      inputs: [{ name: rule.name, value: show(rank) }],
      arithmetic: `${show(rank)} → ${show(points)}`,
    })
  },

  say: ({ name, bands, otherwise }) => name + joined(...bands.map(sayBand), otherwise && `其余${sayAward(otherwise)}`),

  begins: ['rank', 'ranking'],
  read(clauses) {
    const { of, skipped } = rankingOf(clauses)
    const first = clauses[skipped]?.clause
    const name = first?.kind === 'rank' ? rankName(first, of) : undefined
    if (first?.kind !== 'rank' || name === undefined) return undefined
    const bands: RankBand[] = []
    let used = skipped
    for (const { clause } of clauses.slice(skipped)) {
      const own = bandsOf(clause, bands.at(-1), first.name)
      if (own === undefined) break
      bands.push(...own)
      used += 1
    }
    const last = clauses[used]?.clause
    const otherwise =
      (last?.kind === 'award' && last.when.kind === 'else') ||
      (last?.kind === 'afterRank' && last.from === after(bands)) ||
      (last?.kind === 'afterShare' && isBehind(last.share, bands.at(-1)))
        ? last.award
        : undefined
    return {
      rule: { kind: 'rankBands', name, bands, ...(otherwise && { otherwise }) },
      used: used + (otherwise ? 1 : 0),
    }
  },

  lint: (rule) => lintPlaces(rule),
}

/** The bands of one clause behind the last one read: 前十名, 居中1/3, and 30%-70% behind a share of all places. */
function bandsOf(clause: Clause, last: RankBand | undefined, name: string): readonly RankBand[] | undefined {
  if (clause.kind === 'award' && clause.when.kind === 'band') return shareBetween(clause.when, clause.award, last)
  if (clause.kind !== 'rank' || (last && clause.named && clause.name !== name)) return undefined
  if (clause.middle) return clause.bands.flatMap((band) => middleBehind(band, last) ?? [])
  return clause.top ? clause.bands.map((band) => behind(band, last)) : clause.bands
}

/** 前十名的…，前二十名的…: the next run begins where the one before it, of the same end, stops. */
function behind(band: RankBand, last: RankBand | undefined): RankBand {
  if (band.by === 'share') return shareBehind(band, last)
  const nested = last?.end === band.end && !last.by && band.from === '1' && compare(exact(band.to), exact(last.to)) > 0
  return nested ? { ...band, from: show(add(exact(last.to), one)) } : band
}

/** The place behind the last one named, where the places run from the first without a gap. */
function after(bands: readonly RankBand[]): string | undefined {
  let next = one
  for (const { end, by, from, to } of bands) {
    if (end !== 'first' || by || compare(exact(from), next) !== 0) return undefined
    next = add(exact(to), one)
  }
  return show(next)
}

const full: Award = { kind: 'full' }
const none: Award = { kind: 'none' }

/** 前三名分别加…: whoever is not named neither gains nor loses. */
const changesOnly = (bands: readonly RankBand[]) =>
  bands.every(({ award }) => award.kind === 'add' || award.kind === 'deduct')

function* covers(band: RankBand, rank: Exact, ranked: Exact): Computation<boolean> {
  const place = band.end === 'first' ? rank : add(sub(ranked, rank), one)
  const { from, to } = yield* placesOf(band, ranked)
  return compare(place, from) >= 0 && compare(place, to) <= 0
}

const sayBand = (band: RankBand): string => {
  const { end, from, to, award } = band
  if (band.by === 'share') return `${sayShares(band)}的${sayAward(award)}`
  const places = end === 'first' ? '第' : '倒数第'
  return `${places}${from}名${from === to ? '' : `至${places}${to}名`}的${sayAward(award)}`
}

/** Runs of one end must not share a place nor leave one out between them. */
function lintPlaces({ bands }: RankBandsRule): readonly Finding[] {
  const findings: Finding[] = []
  for (const end of ['first', 'last'] as const) {
    const runs = bands
      .filter((band) => band.end === end && !band.by)
      .toSorted((a, b) => compare(exact(a.from), exact(b.from)))
    runs.forEach(({ from }, i) => {
      const before = runs[i - 1]
      if (before === undefined) return
      const next = compare(exact(from), add(exact(before.to), one))
      if (next < 0) findings.push(mustResolve('rule.tiersOverlap', 'bands'))
      if (next > 0) findings.push(mustResolve('rule.tiersGap', 'bands'))
    })
  }
  return findings
}
