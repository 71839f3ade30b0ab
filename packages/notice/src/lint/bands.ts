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

/** A band of points as it is written; 以上 and 以下 include, 不足 and 低于 do not (民法典第一千二百五十九条). */
function bandOf(grade: Grade): Band | undefined {
  const words = (grade.rule?.value ?? '').replace(/\s/g, '').replace(/[（(]含(?:本数|\d{1,4}分?)?[)）]/g, '（含）')
  if (/[%％名位]/.test(words) || !/分|^\d/.test(words)) return undefined
  const number = (found: RegExpExecArray | null, at = 1) => (found?.[at] === undefined ? undefined : Number(found[at]))
  const low = number(new RegExp(`${digits}分?(?:\\(含\\)|（含）|及)?(?:以上|及以上)`).exec(words))
  const below = number(
    new RegExp(`(?:不足|低于|未满|不满|小于)${digits}分?`).exec(words) ??
      new RegExp(`${digits}分?(?:\\(不含\\)|（不含）)?以下`).exec(words),
  )
  const range = new RegExp(`${digits}分?(?:\\(含\\)|（含）)?(?:[-—－–~～至到])+${digits}分?(.{0,4})`).exec(words)
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

/** Neighbouring bands of one list that meet twice or leave a score without a grade. */
export function lintBands({ fields: { grades } }: Reading): readonly Finding[] {
  const bands = grades
    .map(bandOf)
    .filter((band) => band !== undefined)
    .sort((a, b) => b.low - a.low)
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
    if (lower.high < upper.low)
      return [{ kind: 'notice.bandsGap', at: place, params: { ...params, edge: `${lower.high}～${upper.low}` } }]
    return []
  })
}
