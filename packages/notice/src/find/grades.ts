import type { Context } from '../text/context.ts'
import type { Span } from '../text/document.ts'
import { labelOf, openingOf } from '../text/labels.ts'
import { matches, type Placed, placed, split, trimmed } from '../text/words.ts'
import { type GradeForms, gradeFormsOf } from './grade-forms.ts'
import type { Grade } from './grade-names.ts'
import { tabledGrades } from './grade-tables.ts'

/** 一等奖3名、二等奖5名. */
const awarded = /([特一二三]等奖)\s?(\d{1,3}\s?[名个家])/

const placedName = (text: string, span: Span): Placed => placed(text, span, 0.95)

/** Clauses of a line; 综合得分低于600分的，评为较差等次 is one. */
function clausesOf(text: string, span: Span): readonly Span[] {
  const clauses: { start: number; end: number }[] = []
  for (const { start, end } of split(text, span, '。；;，,')) {
    const last = clauses.at(-1)
    const goesOn =
      /^(?:的)?(?:单位)?(?:可|应|一律|直接)?(?:(?:评定|评|确定|认定|定|列)?为|授予)/.test(text.slice(start, end)) &&
      last &&
      /[，,]/.test(text.slice(last.end, start))
    if (goesOn) last.end = end
    else clauses.push({ start, end })
  }
  return clauses.flatMap((clause) => bandsOf(text, clause))
}

/** 前20%为优秀、中间70%为良好、后10%为一般 are three. */
function bandsOf(text: string, clause: Span): readonly Span[] {
  const pieces = split(text, clause, '、')
  const each = pieces.every(({ start, end }) => /(?:\d|其余|其他)[^、]*为/.test(text.slice(start, end)))
  return pieces.length > 1 && each ? pieces : [clause]
}

/** 按以下标准确定等次：前20%为优秀 begins behind its colon, 说明：1.90分以上为优秀 behind its number too. */
function withoutLead(text: string, clause: Span, { aName }: GradeForms): Span {
  const words = text.slice(clause.start, clause.end)
  const colon = words.search(/[:：]/)
  const introduces = colon > 0 && !/\d/.test(words.slice(0, colon)) && !aName.test(words.slice(0, colon))
  if (!introduces) return clause
  const own = trimmed(text, { start: clause.start + colon + 1, end: clause.end })
  return { start: own.start + (labelOf(text.slice(own.start, own.end))?.length ?? 0), end: own.end }
}

/** B级为1.2至1.5 is a coefficient: behind 为 a band has its unit. */
const measured = (text: string, clause: Span, name: Span, rule: Span): boolean =>
  !/为/.test(text.slice(name.end, rule.start)) || /[分名位]|[%％]/.test(text.slice(rule.start, clause.end))

function* listedIn(text: string, line: Span, { listed, name }: GradeForms): Generator<Grade> {
  for (const { group } of matches(text, line, listed)) {
    for (const { at } of matches(text, group(1), name)) yield { name: placedName(text, at), rule: null }
  }
}

function* ruledIn(text: string, line: Span, forms: GradeForms): Generator<Grade> {
  const { band, named, bracketed } = forms
  const behind = matches(text, line, bracketed)
  for (const { group } of behind)
    yield { name: placedName(text, group(1)), rule: placed(text, trimmed(text, group(2)), 0.92) }
  for (const { group } of matches(text, line, awarded))
    yield { name: placedName(text, group(1)), rule: placed(text, group(2), 0.88) }
  for (const clause of clausesOf(text, line)) {
    const bare = withoutLead(text, clause, forms)
    if (behind.some(({ at }) => at.start >= bare.start && at.end <= bare.end)) continue
    for (const [form, name, rule] of [
      [band, 2, 1],
      [named, 1, 2],
    ] as const) {
      const hit = matches(text, bare, form)[0]
      if (!hit) continue
      const condition = trimmed(text, hit.group(form === named && hit.groups[3] ? 3 : rule))
      if (form === named && !measured(text, bare, hit.group(name), condition)) break
      if (/^\d{1,3}\s?[个家名]$/.test(text.slice(condition.start, condition.end))) break
      yield { name: placedName(text, hit.group(name)), rule: placed(text, condition, 0.9) }
      break
    }
  }
}

/** 评定为好、较好、一般、差，比例分别为30%、40%、25%、5%: each grade with its share. */
function* sharedIn(text: string, line: Span, { shared, name }: GradeForms): Generator<Grade> {
  if (!text.slice(line.start, line.end).includes('比例')) return
  for (const { group } of matches(text, line, shared)) {
    const names = matches(text, group(1), name)
    const shares = split(text, group(2), '、，,和')
    if (names.length !== shares.length) continue
    for (const [at, share] of shares.entries()) {
      const own = names[at]
      if (own) yield { name: placedName(text, own.at), rule: placed(text, share, 0.9) }
    }
  }
}

function* limitedIn(text: string, line: Span, { quota }: GradeForms): Generator<Grade> {
  for (const clause of clausesOf(text, line)) {
    const limit = matches(text, clause, quota)[0]
    const name = limit?.group(limit.groups[1] ? 1 : 2)
    if (limit && name) yield { name: placedName(text, name), rule: placed(text, limit.at, 0.88) }
  }
}

const speaksOfGrades =
  /优秀|良好|合格|达标|等次|等级|[一二三]等|[A-D][级档类]|第[一二三四五1-5]段|^(?:一般|较差|差)[：:（(]/

/** Grades with the band that gives them, else their quota; a grade that is only listed has no rule. */
export function findGrades({ text, lines, tables }: Context): readonly Grade[] {
  const forms = gradeFormsOf(text)
  const spans = lines
    .filter(({ table, text: words, label }) => {
      const own = words.slice(label?.length ?? 0)
      return table === undefined && (speaksOfGrades.test(own) || (forms.own?.test(own) ?? false))
    })
    .map((line) => ({ start: line.start + openingOf(line.text, line.label), end: line.end }))
  const all = (find: (text: string, line: Span, forms: GradeForms) => Generator<Grade>) =>
    spans.flatMap((span) => [...find(text, span, forms)])
  const ruled = [...all(ruledIn), ...all(sharedIn), ...tables.flatMap((table) => tabledGrades(text, table))]
  const banded = new Set(ruled.map(({ name }) => keyOf(name.value)))
  const limited = all(limitedIn).filter(({ name }) => !banded.has(keyOf(name.value)))
  return withoutBare([...all(listedIn), ...ruled, ...limited].sort((a, b) => a.name.at.start - b.name.at.start))
}

/** A级 and A are one grade. */
const keyOf = (name: string): string => name.replace(/[级等奖]$/, '')

/** A grade that is listed and then given a band stands once, named as in the list, with its band. */
function withoutBare(all: readonly Grade[]): readonly Grade[] {
  const names = new Map(all.filter(({ rule }) => !rule).map(({ name }) => [keyOf(name.value), name]))
  const found = all.map((grade) => ({ ...grade, name: names.get(keyOf(grade.name.value)) ?? grade.name }))
  const ruled = new Set(found.filter(({ rule }) => rule).map(({ name }) => keyOf(name.value)))
  const seen = new Set<string>()
  return found.filter(({ name, rule }) => {
    const key = `${keyOf(name.value)}|${rule?.value ?? ''}`
    if ((!rule && ruled.has(keyOf(name.value))) || seen.has(key)) return false
    seen.add(key)
    return true
  })
}
