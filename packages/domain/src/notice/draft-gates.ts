import { normaliseName } from '../kernel/normalise.ts'
import { limits } from '../plan/limits.ts'
import type { Gate, GateEffect, GradeArithmetic, VetoArithmetic } from '../plan/year-arithmetic.ts'
import { gradeNames } from '../plan/year-arithmetic.ts'
import type { Taken } from './choices.ts'
import type { IndicatorTree } from './draft-indicators.ts'
import { type DraftMeans, keyOf, noteOf, type SettingPart, uniqueKeys } from './draft-parts.ts'

const barred =
  /取消.{0,12}(?:评优|评先|优秀|先进|参评).{0,4}资格|不得(?:被)?(?:评|定|评定|确定|列)为.{0,3}?(优秀|良好|先进)(等次)?(及以上|以上)?|不得参(?:评|加).{0,4}(?:评优|评先)/
const fixed =
  /(?:直接|一律)?(?:评|定|确定|评定|降)为.{0,3}?(不合格|基本合格|较差|末等|差|不达标|合格|一般)|考[核评](?:结果)?按“?(不合格|差)/
const unranked = /不(?:再)?(?:参加|参与|纳入|列入).{0,4}(?:排名|排序|排位)/
const noBonus = /(?:取消|不予|不得).{0,6}加分/
const zero = /(?:该|此|本|相应|对应)(?:项|指标|项指标).{0,4}(?:不得分|得0分|得零分|计0分|记0分)/

/** A plan holds so many gates. */
const mostGates = 50

const spoken = /一票否决|取消|不得|直接|不再|否决/

const numbered = /^\s*[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳])[）).、．]?/

/** Of a list of numbered cases, the line above it says what they do: 有下列情形之一的，取消评优资格： */
const headOver = ({ signs }: DraftMeans, { start }: Taken): string => {
  const before = signs
    .slice(Math.max(0, start - 3000), start)
    .join('')
    .split('\n')
  for (const line of before.toReversed().filter((text, at) => at === 0 || text.trim() !== '')) {
    if (/[：:]$/.test(line.trim())) return spoken.test(line) ? line : ''
    if (!numbered.test(line)) return ''
  }
  return ''
}

interface Known {
  readonly grades: readonly string[]
  readonly tree: IndicatorTree
}

const effectOf = (words: string, { grades, tree }: Known): GateEffect | undefined => {
  const given = fixed.exec(words)
  const grade = given?.[1] ?? given?.[2]
  if (grade !== undefined) return { kind: 'gradeIs', grade }
  const kept = barred.exec(words)
  if (kept) {
    const below = grades[grades.indexOf(kept[1] === undefined || kept[1] === '先进' ? (grades[0] ?? '') : kept[1]) + 1]
    return below === undefined ? undefined : { kind: 'gradeAtMost', grade: below }
  }
  if (unranked.test(words)) return { kind: 'unranked' }
  if (noBonus.test(words)) return { kind: 'noBonus' }
  const node = zero.test(words) && tree.nodes.find(({ name }) => name !== '' && words.includes(name))
  return node ? { kind: 'nodeZero', nodeKey: node.key } : undefined
}

/** 一票否决: the printed sentences, each a gate where its words say what it does. Who establishes the fact is seldom printed and stays open. */
export const draftGates = (
  means: DraftMeans,
  tree: IndicatorTree,
  grades: GradeArithmetic | undefined,
): SettingPart<VetoArithmetic> => {
  const fields = means.rows.flatMap((row) => (row.row.part === 'others' ? row.all('veto') : []))
  const unique = uniqueKeys()
  const known: Known = { grades: grades ? gradeNames(grades) : [], tree }
  const gates = fields.map((field, at) => {
    const own = effectOf(field.value, known)
    const head = own === undefined ? headOver(means, field) : ''
    const effect = at < mostGates ? (own ?? effectOf(head, known)) : undefined
    return { field, head, effect, key: unique(keyOf('v', [normaliseName(field.value)])) }
  })
  const [first] = fields
  const heads = [...new Set(gates.map(({ head }) => head).filter((head) => head !== ''))]
  return {
    value: first && {
      scope: fields
        .map(({ value }) => value)
        .join('\n')
        .slice(0, limits.paragraph),
      effect: heads.join('\n').slice(0, limits.paragraph),
      gates: gates.flatMap(({ field, effect, key }): Gate[] =>
        effect ? [{ key, name: normaliseName(field.value).slice(0, limits.name), factSource: '', effect }] : [],
      ),
    },
    sources: gates.map(({ key, field }) => [`settings.veto[${key}]`, field.id] as const),
    notes: gates.flatMap(({ field, effect }) =>
      effect ? [] : [noteOf('notice.gateEffectOpen', field, { words: field.value })],
    ),
    ...(first && { first }),
  }
}
