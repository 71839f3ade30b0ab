import type { Grade } from '../find/grade-names.ts'
import type { Reading } from '../read.ts'
import type { Finding } from './findings.ts'

interface Band {
  readonly grade: Grade
  readonly low: number
  readonly lowIn: boolean
  readonly high: number
  readonly highIn: boolean
  /** Both ends are whole numbers written as a range, 80—89 分. */
  readonly range: boolean
}

const digits = '(\\d{1,3}(?:\\.\\d{1,2})?)'
const atLeast = new RegExp(`${digits}分?(?:\\(含\\)|（含）|及)?(?:以上|及以上)`)
const under = new RegExp(`(?:不足|低于|未满|不满|小于)${digits}分?`)
const upTo = new RegExp(`${digits}分?(?:\\(不含\\)|（不含）)?以下`)
const fromTo = new RegExp(`${digits}分?(?:\\(含\\)|（含）)?(?:[-—－–~～至到])+${digits}分?(.{0,4})`)

/** A band of points as it is written; 以上 and 以下 include, 不足 and 低于 do not (民法典第一千二百五十九条). */
function bandOf(grade: Grade): Band | undefined {
  const words = (grade.rule?.value ?? '').replace(/\s/g, '').replace(/[（(]含(?:本数|\d{1,4}分?)?[)）]/g, '（含）')
  if (/[%％名位]/.test(words) || !/分|^\d/.test(words)) return undefined
  const number = (found: RegExpExecArray | null, at = 1) => (found?.[at] === undefined ? undefined : Number(found[at]))
  const low = number(atLeast.exec(words))
  const below = number(under.exec(words) ?? upTo.exec(words))
  const range = fromTo.exec(words)
  const [from, to] = [number(range), number(range, 2)]
  if (from !== undefined && to !== undefined && range) {
    const open = /不含/.test(range[3] ?? '')
    // 80分（含）至90分: one end is marked, so the other does not belong to the band.
    const lowMarked = /^[^-—－–~～至到]*(?:\(含\)|（含）)/.test(words)
    const highMarked = /含/.test(range[3] ?? '')
    return { grade, low: from, lowIn: true, high: to, highIn: !open && (highMarked || !lowMarked), range: !open }
  }
  if (low === undefined && below === undefined) return undefined
  const strict = /不足|低于|未满|不满|小于|不含/.test(words)
  return {
    grade,
    low: low ?? Number.NEGATIVE_INFINITY,
    lowIn: true,
    high: below ?? Number.POSITIVE_INFINITY,
    highIn: !strict,
    range: false,
  }
}

/** Grades of sections and those of their heads are two lists: a name that comes again begins another. */
function listsOf(bands: readonly Band[]): readonly (readonly Band[])[] {
  const lists: Band[][] = []
  for (const band of bands) {
    const last = lists.at(-1)
    const again = last?.some(({ grade }) => grade.name.value === band.grade.name.value)
    if (last && !again) last.push(band)
    else lists.push([band])
  }
  return lists
}

const fraction = /\d[.．]\d|百分点|比例|折算|平均|权重|系数|[×*＊]|[%％]/

/** Marks and rules of whole points only, or a notice that rounds: no score falls between 89 and 90. */
function scoresAreWhole({ context: { text }, fields: { rules, indicators, weights } }: Reading): boolean {
  if (/(?:得分|分数|总分|结果|成绩)[^，。；]{0,10}(?:取整|保留整数|四舍五入(?:到|至|取)?(?:整数|个位))/.test(text))
    return true
  if (rules.length < 2 || weights.length > 0) return false
  const marks = indicators.flatMap(({ fullMark, weight }) => [fullMark?.value ?? '', weight?.value ?? ''])
  return ![...marks, ...rules.map(({ text: words }) => words)].some((words) => fraction.test(words))
}

/** Neighbouring bands of one list that meet twice or leave a score without a grade. */
export function lintBands(reading: Reading): readonly Finding[] {
  const whole = scoresAreWhole(reading)
  const bands = reading.fields.grades.map(bandOf).filter((band) => band !== undefined)
  return listsOf(bands).flatMap((list) => inList(list, whole))
}

function inList(list: readonly Band[], whole: boolean): readonly Finding[] {
  const bands = [...list].sort((a, b) => b.low - a.low)
  return bands.slice(1).flatMap((lower, at): Finding[] => {
    const upper = bands[at] as Band
    const place = lower.grade.rule?.at
    if (!place || upper.grade.name.value === lower.grade.name.value || upper.low === Number.NEGATIVE_INFINITY) return []
    const params = {
      upper: `${upper.grade.name.value}（${upper.grade.rule?.value ?? ''}）`,
      lower: `${lower.grade.name.value}（${lower.grade.rule?.value ?? ''}）`,
      edge: String(upper.low),
    }
    // 60分以下 beside 60—79分 leaves nobody in doubt; beside 60分以上 both words include the 60.
    const plainBelow = lower.low === Number.NEGATIVE_INFINITY && !/以上/.test(upper.grade.rule?.value ?? '')
    const marked = /含/.test(upper.grade.rule?.value ?? '')
    if (lower.high === upper.low && (plainBelow || marked)) return []
    if (lower.high > upper.low || (lower.high === upper.low && lower.highIn && upper.lowIn))
      return [{ kind: 'notice.bandsOverlap', at: place, params }]
    const nothingBetween = whole && lower.high + 1 === upper.low && lower.highIn && Number.isInteger(lower.high)
    if (lower.high < upper.low && !nothingBetween)
      return [{ kind: 'notice.bandsGap', at: place, params: { ...params, edge: `${lower.high}～${upper.low}` } }]
    return []
  })
}
