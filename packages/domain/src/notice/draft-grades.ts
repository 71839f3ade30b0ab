import { halfWidth } from '../kernel/normalise.ts'
import type { GradeArithmetic, GradeQuota } from '../plan/year-arithmetic.ts'
import type { Taken } from './choices.ts'
import { type DraftMeans, noteOf, type SettingPart } from './draft-parts.ts'
import type { DraftNote } from './model.ts'

interface Grade {
  readonly name: string
  readonly field: Taken
  /** The lowest score of the grade; absent where the words give none. */
  readonly from?: string
  /** The grade is for whoever stays below this. */
  readonly below?: string
  readonly percent?: string
}

const number = '(\\d+(?:\\.\\d+)?)'
const inclusive = '(?:\\(含(?:\\d+(?:\\.\\d+)?分?)?\\)|含)?'
const between = new RegExp(`${number}分?${inclusive}(?:[-—–~～至到]+|≤.{0,8}[<≤])${number}`)
const above = new RegExp(`${number}分?${inclusive}(?:及)?以上|(?:不低于|达到|≥|>=|大于等于)${number}`)
const under = new RegExp(`(?:低于|不足|不满|小于|<)${number}|${number}分?(?:\\(不含(?:\\d+分?)?\\))?以下`)
/** 不超过30%: a share that is not exceeded is rounded down; other words leave that open. */
const share = new RegExp(`(?:不超过|不得超过|不高于|不多于)[^\\d]{0,8}${number}%|${number}%(?:以内|之内)`)

const bandOf = (words: string): Pick<Grade, 'from' | 'below' | 'percent'> => {
  const plain = halfWidth(words).replaceAll(/\s/g, '')
  const percent = share.exec(plain)
  if (plain.includes('%')) return percent ? { percent: percent[1] ?? percent[2] ?? '' } : {}
  const range = between.exec(plain)
  if (range) return { from: [range[1] ?? '', range[2] ?? ''].sort((a, b) => Number(a) - Number(b))[0] ?? '' }
  const least = above.exec(plain)
  if (least) return { from: least[1] ?? least[2] ?? '' }
  const most = under.exec(plain)
  return most ? { from: '0', below: most[1] ?? most[2] ?? '' } : {}
}

const gradesOf = (means: DraftMeans): readonly Grade[] =>
  means.rows.flatMap((row): Grade[] => {
    const [name, rule] = [row.one('grade'), row.one('gradeRule')]
    if (row.row.part !== 'others' || !name) return []
    return [{ name: name.value.replace(/等次$/, ''), field: rule ?? name, ...(rule && bandOf(rule.value)) }]
  })

const namesOf = (rows: readonly Grade[]): readonly string[] => [...new Set(rows.map(({ name }) => name))]

/** Quotas stand where all grades but one, and one below a score, have a share; the one is 其余. */
const asQuotas = (rows: readonly Grade[]): GradeArithmetic | undefined => {
  const names = namesOf(rows)
  const quotas = names.flatMap((name): GradeQuota[] => {
    const own = rows.filter((row) => row.name === name)
    const percent = own.find((row) => row.percent !== undefined)?.percent
    const from = own.find((row) => row.from !== undefined)?.from
    return percent === undefined ? [] : [{ name, percent, ...(from !== undefined && { from }) }]
  })
  const others = names.filter((name) => quotas.every((quota) => quota.name !== name))
  const failing = rows.find(({ name, below }) => below !== undefined && others.includes(name))
  const rest = others.filter((name) => name !== failing?.name)
  if (quotas.length === 0 || rest.length > 1) return undefined
  return {
    by: 'quotas',
    quotas,
    rest: rest[0] ?? '',
    places: 'floor',
    atLeastOne: false,
    ...(failing?.below !== undefined && { failing: { name: failing.name, below: failing.below } }),
  }
}

const asLines = (rows: readonly Grade[]): GradeArithmetic | undefined => {
  const banded = new Map(rows.flatMap(({ name, from }) => (from === undefined ? [] : [[name, from] as const])))
  const lines = namesOf(rows)
    .map((name) => ({ name, from: banded.get(name) ?? '' }))
    .sort((a, b) => (a.from === '' || b.from === '' ? 0 : Number(b.from) - Number(a.from)))
  return banded.size === 0 ? undefined : { by: 'lines', lines }
}

/** 等次 by lines or quotas, as far as the printed words give figures; ties, shares kept and the like stay open. */
export const draftGrades = (means: DraftMeans): SettingPart<GradeArithmetic> => {
  const rows = gradesOf(means)
  const value = asQuotas(rows) ?? asLines(rows)
  const used = ({ from, percent }: Grade): boolean =>
    value?.by === 'quotas' ? from !== undefined || percent !== undefined : from !== undefined
  const lost = rows.filter((row) => row.field.name === 'gradeRule' && !(value && used(row)))
  const notes = lost.map(({ field }): DraftNote => noteOf('notice.notTaken', field, { words: field.value }))
  const [first] = rows
  return {
    value,
    sources: value ? rows.filter(used).map(({ name, field }) => [`settings.grades[${name}]`, field.id] as const) : [],
    notes,
    ...(first && { first: first.field }),
  }
}
