import type { Cell, Span, Table } from '../text/document.ts'
import { placed } from '../text/words.ts'
import { type Grade, gradeNames } from './grade-names.ts'

const nameHead = /^(?:考[核评]|评[价估]|年度|综合)?(?:等次|等级|级别|档次|档|结果)(?:名称)?$/
const bandHead =
  /^(?:考[核评]|综合|年度|最终|评[价估])?(?:得分|总分|分数|分值|成绩)?(?:得分|区间|范围|分数段|分数线|情况|标准|条件|段|比例|名额|占比|数量)?(?:（[^）]{1,6}）)?$/
const grade = new RegExp(`^[“"]?(${gradeNames})[”"]?(?:等次|等级|档次|档|等)?$`)

const bare = ({ text }: Cell): string => text.replace(/\s/g, '')

/** Name and condition of each grade, from two cells. */
function pairs(text: string, cells: readonly (readonly [Cell | undefined, Cell | undefined])[]): readonly Grade[] {
  const found = cells.flatMap(([name, rule]): Grade[] => {
    if (!name || !rule || !grade.test(bare(name)) || !/\d|其余|其他|分之/.test(rule.text)) return []
    return [{ name: placed(text, nameSpan(name), 0.92), rule: placed(text, rule, 0.92) }]
  })
  // A table of results names a grade as often as it is given.
  const names = new Set(found.map(({ name }) => name.value))
  return found.length > 1 && found.length === cells.length && names.size === found.length ? found : []
}

/** A级 is the grade A in a column headed 级别. */
const nameSpan = ({ text, start, end }: Cell): Span => ({ start, end: /^[A-E]级$/.test(text) ? end - 1 : end })

/** 等次 | 得分 with a grade to each row, or 等次 | 优秀 | 良好 over 得分 | 90分以上 | …. */
export function tabledGrades(text: string, { rows }: Table): readonly Grade[] {
  const [head = [], ...below] = rows
  if (rows.length > 12) return []
  const name = head.findIndex((cell) => nameHead.test(bare(cell)))
  const band = head.findIndex((cell, at) => at !== name && bare(cell) !== '' && bandHead.test(bare(cell)))
  if (name >= 0 && band >= 0)
    return pairs(
      text,
      below.map((row) => [row[name], row[band]]),
    )
  const rule = name === 0 ? below.find((row) => row[0] && bandHead.test(bare(row[0]))) : undefined
  return rule
    ? pairs(
        text,
        head.slice(1).map((cell, at) => [cell, rule[at + 1]]),
      )
    : []
}
