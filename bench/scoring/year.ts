import { printDecimal } from '@quanheng/domain/kernel/exact'

/** The bench's year: 3,000 units in 20 groups, 200 indicators of ten methods in equal shares; the same figures in every run. */
export const size = { units: 3000, groups: 20, indicators: 200, categories: [40, 30, 20, 10] } as const
export const fullMark = 10
/** Points are rounded to so many places, 四舍五入, item by item. */
export const places = 4
export const quotas = { first: 20, second: 50, failing: 60 } as const

export type Way =
  | 'ratio'
  | 'below'
  | 'tiers'
  | 'deduction'
  | 'bonus'
  | 'toBest'
  | 'efficacy'
  | 'levels'
  | 'rank'
  | 'belowMean'

/** One indicator: its sentence, the numbers in it, and every unit's figures as whole numbers of 10^-places. */
export interface Indicator {
  readonly key: string
  readonly way: Way
  readonly category: number
  readonly sentence: string
  /** What the sentence says, for those who compute it by hand: tenths of points, percents. */
  readonly said: readonly number[]
  readonly inputs: readonly Figures[]
}

export interface Figures {
  readonly name: string
  readonly values: Int32Array
  readonly places: number
}

type Random = (below: number) => number

function randomOf(seed: number): Random {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const tenths = (n: number): string => printDecimal(BigInt(n), 1)
const column = (of: (row: number) => number): Int32Array => Int32Array.from({ length: size.units }, (_, row) => of(row))
const rate = (random: Random): readonly Figures[] => [
  { name: '完成值', places: 2, values: column(() => random(13_000)) },
  { name: '目标值', places: 2, values: column(() => 8_000 + random(4_000)) },
]
const growth = (random: Random, least: number): readonly Figures[] => [
  { name: '增速', places: 2, values: column(() => least + random(2_500)) },
]
const count = (name: string, random: Random, below: number): readonly Figures[] => [
  { name, places: 0, values: column(() => random(below)) },
]

/** Each method's sentence with this indicator's numbers, and figures as a year has them. */
const ways: Readonly<Record<Way, (n: number, random: Random) => Pick<Indicator, 'sentence' | 'said' | 'inputs'>>> = {
  ratio: (n, random) => {
    const most = 10 + (n % 3)
    return { sentence: `按完成率得分，最高得${most}分。`, said: [most * 10], inputs: rate(random) }
  },
  below: (n, random) => {
    const off = 1 + (n % 5)
    const sentence = `完成率达到100%得满分，每低1个百分点扣${tenths(off)}分，扣完为止。`
    return { sentence, said: [off], inputs: rate(random) }
  },
  tiers: (n, random) => {
    const [second, third] = [95 - (n % 4), 80 - (n % 6)]
    const sentence = `完成率达到100%的得10分，达到${second}%的得8分，达到${third}%的得6分，达到60%的得3分，其余不得分。`
    return { sentence, said: [second, third], inputs: rate(random) }
  },
  deduction: (n, random) => {
    const off = 3 + (n % 7)
    return { sentence: `每发现1例扣${tenths(off)}分，扣完为止。`, said: [off], inputs: count('发现数', random, 24) }
  },
  bonus: (n, random) => {
    const [each, most] = [2 + (n % 4), 20 + (n % 3) * 5]
    const sentence = `每获得1项加${tenths(each)}分，最多加${tenths(most)}分。`
    return { sentence, said: [each, most], inputs: count('获得数', random, 16) }
  },
  toBest: (_, random) => ({
    sentence: '增速最高的得满分，其余按与最高值的比例得分。',
    said: [],
    inputs: growth(random, 100),
  }),
  efficacy: (n, random) => {
    const base = 50 + (n % 3) * 5
    const sentence = `增速按功效系数法得分，以本组最高值为满意值、本组最低值为不允许值，基础分为满分的${base}%。`
    return { sentence, said: [base], inputs: growth(random, -500) }
  },
  levels: (n, random) => {
    const third = 50 + (n % 3) * 5
    const sentence = `评为优秀的得10分，评为良好的得8分，评为合格的得${tenths(third)}分，其余等次不得分。`
    return { sentence, said: [third], inputs: [{ name: '评定等次', places: 0, values: column(() => 1 + random(4)) }] }
  },
  rank: (n, random) => {
    const [each, least] = [1 + (n % 3), 10 + (n % 4) * 5]
    const sentence = `名次第1名得满分，每低1名减${tenths(each)}分，最低得${tenths(least)}分。`
    const inGroup = size.units / size.groups
    return {
      sentence,
      said: [each, least],
      inputs: [{ name: '名次', places: 0, values: column(() => 1 + random(inGroup)) }],
    }
  },
  belowMean: (n, random) => {
    const off = 3 + (n % 5)
    const sentence = `增速达到本组平均值得满分，每低1个百分点扣${tenths(off)}分，扣完为止。`
    return { sentence, said: [off], inputs: growth(random, -500) }
  },
}

const kinds = Object.keys(ways) as readonly Way[]

export const makeIndicators = (): readonly Indicator[] =>
  Array.from({ length: size.indicators }, (_, n) => {
    const way = kinds[n % kinds.length] as Way
    const category = Math.floor((n * size.categories.length) / size.indicators)
    return { key: `l${n}`, way, category, ...ways[way](Math.floor(n / kinds.length), randomOf(n + 1)) }
  })

export const unitIds: readonly string[] = Array.from(
  { length: size.units },
  (_, row) => `u${String(row).padStart(4, '0')}`,
)

/** Rows of each group, side by side. */
export const groups: readonly { readonly key: string; readonly from: number; readonly to: number }[] = Array.from(
  { length: size.groups },
  (_, g) => ({
    key: `g${String(g).padStart(2, '0')}`,
    from: (g * size.units) / size.groups,
    to: ((g + 1) * size.units) / size.groups,
  }),
)

export const textOf = ({ values, places: digits }: Figures, row: number): string =>
  printDecimal(BigInt(values[row] ?? 0), digits)

/** What every way of computing the year must agree on; ranks and grades stand by row, grades as places from the best. */
export interface YearResult {
  /** By indicator, in units of 10^-places. */
  readonly points: readonly ArrayLike<number>[]
  /** As printed, in units of 10^-places. */
  readonly totals: ArrayLike<number>
  readonly ranks: ArrayLike<number>
  readonly grades: ArrayLike<number>
}
