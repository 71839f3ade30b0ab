import { halfWidth, normaliseName } from '../kernel/normalise.ts'
import { limits } from '../plan/limits.ts'
import type { CreditArithmetic, CreditClass, CreditEffect } from '../plan/year-arithmetic.ts'
import type { Taken } from './choices.ts'
import { type DraftMeans, headingsOver, keyOf, noteOf, type SettingPart } from './draft-parts.ts'
import type { Heading } from './model.ts'

const credit = /(?:加|减|扣)分|奖励/
const bonus = /加分|奖励/
const deduction = /(?:减|扣)分/
const most = /(?:最高|最多|上限|封顶|不超过|不得超过|限)[^，。；\d]{0,8}(\d+(?:\.\d+)?)分/
/** 加分累计不超过5分: a cap of all, wherever it stands. */
const total = (effect: CreditEffect) =>
  new RegExp(
    `${effect === 'bonus' ? '加' : '[减扣]'}分[^。；\\d]{0,8}(?:累计|合计|总计|总分|共计)[^，。；\\d]{0,10}(\\d+(?:\\.\\d+)?)分|(?:累计|合计|总计|共计)(?:最[高多])?${effect === 'bonus' ? '加' : '[减扣]'}分?[^，。；\\d]{0,10}(\\d+(?:\\.\\d+)?)分`,
  )

const lineOf = ({ signs }: DraftMeans, { start }: Heading): string => {
  const end = signs.indexOf('\n', start)
  return signs.slice(start, end < 0 ? undefined : end).join('')
}

const capIn = (line: string): string => most.exec(halfWidth(line).replaceAll(/\s/g, ''))?.[1] ?? ''

/** （一）表彰奖励（最高3分）。… is called 表彰奖励. */
const titleOf = (line: string, { label }: Heading): string =>
  normaliseName(line.slice(label.length).replace(/^[\s、.．，,：:）)]+/, '')).replace(/[（(：:。，,；].*$/, '')

interface Entry {
  readonly field: Taken
  readonly effect: CreditEffect
  /** Outermost heading of credits over the sentence, and the innermost. */
  readonly group: string
  readonly name: string
  readonly groupCap: string
  readonly cap: string
}

const effectOf = (...lines: readonly string[]): CreditEffect | undefined => {
  const told = lines.find((line) => bonus.test(line) !== deduction.test(line))
  return told === undefined ? undefined : bonus.test(told) ? 'bonus' : 'deduction'
}

const entriesOf = (means: DraftMeans): readonly Entry[] =>
  means.rows.flatMap((row): Entry[] => {
    const field = row.row.part === 'others' ? row.one('rule') : undefined
    if (!field) return []
    const chain = headingsOver(means.headings, field).map((heading) => {
      const line = lineOf(means, heading)
      return { title: titleOf(line, heading), cap: capIn(line) }
    })
    const from = chain.findIndex(({ title }) => credit.test(title))
    const [group, own] = [chain[from], chain.at(-1)]
    const effect = group && own && effectOf(own.title, group.title, field.value)
    if (!group || !own || !effect) return []
    return [{ field, effect, group: group.title, name: own.title, groupCap: group.cap, cap: own.cap }]
  })

const totalCap = (entries: readonly Entry[], effect: CreditEffect): string => {
  const own = entries.filter((entry) => entry.effect === effect)
  const stated = own.map(({ field }) => total(effect).exec(halfWidth(field.value).replaceAll(/\s/g, ''))).find(Boolean)
  return stated?.[1] ?? stated?.[2] ?? own.find(({ groupCap }) => groupCap !== '')?.groupCap ?? ''
}

/** 加减分: a class for each heading under which a sentence gives or takes points, with its printed cap. */
export const draftCredits = (means: DraftMeans): SettingPart<CreditArithmetic> => {
  const entries = entriesOf(means)
  const classes = [...Map.groupBy(entries, ({ effect, group, name }) => `${effect}\n${group}\n${name}`)].flatMap(
    ([words, [first]]): { readonly row: CreditClass; readonly field: Taken }[] =>
      first
        ? [
            {
              row: {
                key: keyOf('c', [words]),
                name: first.name.slice(0, limits.name),
                effect: first.effect,
                cap: first.cap,
              },
              field: first.field,
            },
          ]
        : [],
  )
  const [first] = entries
  const loose = means.rows.flatMap((row) => (row.row.part === 'others' ? row.all('rule') : []))
  return {
    value: first && {
      bonusCap: totalCap(entries, 'bonus'),
      deductionCap: totalCap(entries, 'deduction'),
      proof: '',
      classes: classes.map(({ row }) => row),
    },
    sources: classes.map(({ row, field }) => [`settings.credits[${row.key}]`, field.id] as const),
    notes: [
      ...classes
        .filter(({ row: { cap, effect } }) => cap === '' && totalCap(entries, effect) === '')
        .map(({ row, field }) => noteOf('notice.capUnsaid', field, { name: row.name })),
      ...loose
        .filter(({ id }) => entries.every(({ field }) => field.id !== id))
        .map((field) => noteOf('notice.notTaken', field, { words: field.value })),
    ],
    ...(first && { first: first.field }),
  }
}
