import type { Context } from '../text/context.ts'
import type { Span } from '../text/document.ts'
import { matches, type Placed, placed, split } from '../text/words.ts'

export interface Grade {
  readonly name: Placed
  readonly rule: Placed | null
}

const gradeNames =
  '优秀|优良|良好|称职|基本合格|不合格|合格|基本达标|不达标|未达标|达标|一般|较差|较好|好|差|一等奖?|二等奖?|三等奖?|一类|二类|三类|[ABCD]级?'

const band = new RegExp(
  `^(?:考[核评])?(?:综合)?(?:得分|总分|分数|成绩|结果)?(?:在)?([^，。；]{0,24}?\\d[^，。；]{0,24}?)[，,]?(?:的)?(?:单位|部门|乡镇)?[，,]?(?:评定|评|确定|定|列)?为\\s?[“"]?(${gradeNames})[”"]?(?:等次|等级|档次|单位|等)?`,
)
const named = new RegExp(
  `^[“"]?(${gradeNames})[”"]?\\s?(?:等次|等级|档次|单位|等)?\\s?[（(:：为]\\s?([^，。；]{0,30}?\\d[^。；]{0,40}?)[)）]?$`,
)
const quota = new RegExp(
  `[“"]?(${gradeNames})[”"]?(?:等次|等级|档次|单位)?(?:的)?(?:比例|名额|数量|单位数|个数)?(?:原则上|一般)?(?:不超过|控制在|按|占)[^，。；]{1,30}?(?:\\d|[一二三四五]分之)[^，。；]{0,20}`,
)
const listed = new RegExp(
  `(?:分为|设|评定为|划分为|确定为|设立|分)((?:[“"]?(?:${gradeNames})[”"]?(?:等次)?[、，和])+[“"]?(?:${gradeNames})[”"]?)[一二三四五\\d]?个?(?:等次|等级|档次|档)`,
)

const placedName = (text: string, span: Span): Placed => placed(text, span, 0.95)

/** Clauses of a line; 综合得分低于600分的，评为较差等次 is one. */
function clausesOf(text: string, span: Span): readonly Span[] {
  const clauses: { start: number; end: number }[] = []
  for (const { start, end } of split(text, span, '。；;，,')) {
    const last = clauses.at(-1)
    const goesOn =
      /^(?:评定|评|确定|定|列)?为/.test(text.slice(start, end)) && last && /[，,]/.test(text.slice(last.end, start))
    if (goesOn) last.end = end
    else clauses.push({ start, end })
  }
  return clauses
}

/** Grades with the band, quota or condition that gives them; a grade that is only listed has no rule. */
export function findGrades({ text, lines }: Context): readonly Grade[] {
  const found: Grade[] = []
  for (const line of lines) {
    if (line.table !== undefined || !/优秀|良好|合格|达标|等次|等级|[一二三]等|[ABC]级/.test(line.text)) continue
    const begin = line.start + (line.label?.length ?? 0)
    for (const { group } of matches(text, line, listed)) {
      for (const piece of split(text, group(1), '、，和')) {
        const inner = { start: piece.start + (/[“"]/.test(text.charAt(piece.start)) ? 1 : 0), end: piece.end }
        const word = /^[^”"等]+|一等|二等|三等/.exec(text.slice(inner.start, inner.end))?.[0] ?? ''
        found.push({ name: placedName(text, { start: inner.start, end: inner.start + word.length }), rule: null })
      }
    }
    for (const clause of clausesOf(text, { start: begin, end: line.end })) {
      for (const [form, name, rule] of [
        [band, 2, 1],
        [named, 1, 2],
      ] as const) {
        const hit = [...matches(text, clause, form)][0]
        if (hit) {
          found.push({ name: placedName(text, hit.group(name)), rule: placed(text, hit.group(rule), 0.9) })
          break
        }
      }
      const limit = [...matches(text, clause, quota)][0]
      if (limit) found.push({ name: placedName(text, limit.group(1)), rule: placed(text, limit.at, 0.88) })
    }
  }
  return withoutBare(found)
}

/** A级 and A are one grade. */
const keyOf = (name: string): string => name.replace(/[级等奖]$/, '')

/** A grade that is listed and then given a band stands once, with its band. */
function withoutBare(found: readonly Grade[]): readonly Grade[] {
  const ruled = new Set(found.filter(({ rule }) => rule).map(({ name }) => keyOf(name.value)))
  const seen = new Set<string>()
  return found.filter(({ name, rule }) => {
    const key = `${keyOf(name.value)}|${rule?.value ?? ''}`
    if ((!rule && ruled.has(keyOf(name.value))) || seen.has(key)) return false
    seen.add(key)
    return true
  })
}
