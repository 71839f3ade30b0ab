import type { Context } from '../text/context.ts'
import type { Line, Span } from '../text/document.ts'
import { openingOf } from '../text/labels.ts'
import { type Section, walk } from '../text/sections.ts'
import { type Placed, placed, sentences, split } from '../text/words.ts'
import { ruleCells } from './indicator-tables.ts'
import { scoresPoints } from './scoring-words.ts'

export interface Veto {
  readonly text: Placed
}

const veto =
  /一票否[决优]|取消(?!考[核评]组|评审)[^，。；]{0,14}资格|不得(?:评为|评定为|评定|评|确定为|认定为|定为|列为|进入|获得|获评|参评|参加|推荐).{0,6}(?:优秀|良好|先进|评优|[“"][好优][”"]|好(?:等|档)次|一等|[AB][级档等])|(?:直接|一律)(?:评|定|确定|评定|认定|列|降)为?.{0,4}(?:不合格|不称职|较差|末等|末位|基本合格|差|[DE][级档等])|(?<!(?:得分|低于|不足)[^。；]{0,16})(?:直接|一律)(?:评定|评|确定|认定|定|列|降)为[三四五]等|(?:年度)?(?:考[核评]|评[价估])(?:结果|等次|等级|级别)?(?:直接|一律)?(?:按|为|定为|评定为|确定为|认定为|降为|降至)“?(?:不合格|不称职|未完成|较差|末等|最低|[DE]级)(?!的)|(?:^|[。；])(?:凡|对)?(?:发生|出现|存在|因|被|对)[^。；]{4,60}(?:直接|一律)(?:评定|确定|认定|评|定|列|降)为(?!优|良|合格|先进|“?好)|考[核评](?:结果|得分|成绩)?[^，。；]{0,4}(?:为|计|按|记)零分|否决|考[核评](?:结果|等次|等级|级别)(?:[应可]?予以|作|直接|一律)?(?:降级|降档|降等)(?:处理)?|(?:降低?|下调)(?:考[核评])?(?:等次|等级)?[一两1-3]个?(?:等次|等级|档次|档|级|格)/

const opens = /(?:下列|如下|以下(?=情|行为|问题|之一|几))(?:情[形况]|行为|问题)?之?一?的?|[:：]$/

/** Sentences that bar a grade or void a result; of a list, each case. */
export function findVetoes({ text, lines, sections, tables }: Context): readonly Veto[] {
  const found: Veto[] = tables.flatMap((table) =>
    ruleCells(table).vetoes.map((cell) => ({ text: placed(text, cell, 0.85) })),
  )
  const severe = underVeto(sections)
  const heads = new Set(sections.flatMap(({ from }) => from))
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    if (line.table !== undefined || !veto.test(line.text)) continue
    if (refersBack.test(line.text.slice(line.label?.length ?? 0))) {
      const above = casesAbove(lines, at, text)
      if (above.length > 0) {
        found.push(...above)
        continue
      }
    }
    if (/[:：]$/.test(line.text) || (opens.test(line.text) && !holdsCases.test(line.text) && lines[at + 1]?.label)) {
      at = listed(lines, at, text, found)
      continue
    }
    const from = line.start + openingOf(line.text, line.label)
    const title = heads.has(line.index) || line.label ? line.text.slice(line.label?.length ?? 0) : line.text
    if (title.length <= 16 && !/[，。]/.test(title)) continue
    for (const { start, end } of sentences(text, { start: from, end: line.end })) {
      const cases = casesIn(text, { start, end })
      if (cases.length > 1) {
        found.push(...cases.map((one) => ({ text: placed(text, one, 0.88) })))
        continue
      }
      const [only, more] = vetoClauses(text, { start, end })
      const sentence = only && !more ? only : withoutLabel(text, { start, end })
      const words = text.slice(sentence.start, sentence.end)
      if ((fraud.test(words) && !severe.has(line.index)) || again.test(words)) continue
      if (veto.test(words) && words.length > 8) found.push({ text: placed(text, sentence, 0.9) })
    }
  }
  return found.sort((a, b) => a.text.at.start - b.text.at.start)
}

/** 对弄虚作假的，取消评优资格 among the requirements of the work is discipline, not a condition of the grades. */
const fraud = /(?:弄虚作假|虚报|瞒报|隐瞒|造假)[^。；]*取消[^，。；]{0,14}资格/

/** 对连续两年不合格的，取消省级资格: what becomes of it afterwards. */
const again = /^(?:对|凡)?连续(?:两|二|三|2|3)[年次个](?!.*(?:一票否决|评优|评先|参评))/

/** Lines under headings that speak of vetoes and grades. */
function underVeto(sections: readonly Section[]): ReadonlySet<number> {
  const lines = new Set<number>()
  for (const { title, from, to } of walk(sections))
    if (title.length <= 30 && /否决|等次|等级|评定|约束|限制|底线|扣分|结果[应运]用/.test(title))
      for (let at = /[，。]/.test(title) ? to : from; at < to; at++) lines.add(at)
  return lines
}

/** 有上述情形之一的，取消…: the cases stand above. */
const refersBack =
  /^(?:凡|如|若)?(?:有|存在|出现|发生|具有)?(?:上述|以上|前述|前款|上列)(?:所列)?[^，。；\d]{0,6}(?:情[形况]|行为|问题|事项|条件|项目)(?!不)/

const mostCases = 60

/** The list right above a line, each of its items a case; none where the list counts points. */
function casesAbove(lines: readonly Line[], at: number, text: string): readonly Veto[] {
  const cases: Veto[] = []
  let level: number | undefined
  for (let index = at - 1; index >= Math.max(0, at - mostCases); index--) {
    const line = lines[index] as Line
    if (line.text === '') continue
    if (line.label?.kind !== 'heading' || line.table !== undefined) break
    level ??= line.label.level
    if (line.label.level !== level) break
    if (scoresPoints(line.text) || refersBack.test(line.text.slice(line.label.length))) return []
    const stop = /[；;。]$/.test(line.text) ? 1 : 0
    cases.unshift({ text: placed(text, { start: line.start + line.label.length, end: line.end - stop }, 0.88) })
    if (line.label.ordinal === 1) break
  }
  return cases
}

/** The cases follow on the line itself. */
const holdsCases = /(?:下列|以下|如下)[^：:]{0,80}[:：]\s?\S/

const caseMark = /^(?:[（(](?:[一二三四五六七八九十]{1,2}|\d{1,2})[)）]|\d{1,2}[.．、)）]|[①-⑩])\s?/

/** 有下列情形之一的，取消…资格：（一）…；（二）…: the cases that stand in the sentence itself. */
function casesIn(text: string, sentence: Span): readonly Span[] {
  const words = text.slice(sentence.start, sentence.end)
  const head = /^[^：:]{0,80}(?:下列|以下|如下)[^：:]{0,60}[:：]/.exec(words)?.[0]
  if (!head || !veto.test(head)) return []
  return split(text, { start: sentence.start + head.length, end: sentence.end }, '；;').map(({ start, end }) => ({
    start: start + (caseMark.exec(text.slice(start, end))?.[0].length ?? 0),
    end,
  }))
}

/** 连续两年为C类的，予以警告；发生重大事故的，直接定为C类: of clauses with conditions of their own only that which bars. */
function vetoClauses(text: string, sentence: Span): readonly Span[] {
  const clauses = split(text, sentence, '；;')
  if (clauses.length < 2) return []
  const words = clauses.map(({ start, end }) => text.slice(start, end))
  return words.every((one) => one.search(/的[，,]/) >= 4) ? clauses.filter((_, at) => veto.test(words[at] ?? '')) : []
}

/** 3．否决事项：凡发生…: the rule begins behind its label. */
function withoutLabel(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const label = /^(?:\d{1,2}[.．、]\s?)?[^，。；：:]{2,12}[:：]\s?(?=[^\s])/.exec(words) ?? caseMark.exec(words)
  return { start: start + (label?.[0].length ?? 0), end }
}

/** The cases below a line that ends with a colon; gives the index of the last one. */
function listed(lines: readonly Line[], from: number, text: string, found: Veto[]): number {
  const head = lines[from] as Line
  let at = from + 1
  let level: number | undefined
  for (; at < lines.length; at++) {
    const line = lines[at] as Line
    if (line.text === '') continue
    if (!line.label || line.label.kind === 'article' || line.table !== undefined) break
    level ??= line.label.level
    if (line.label.level !== level || (head.label && head.label.kind === 'heading' && level <= head.label.level)) break
    found.push({
      text: placed(
        text,
        { start: line.start + line.label.length, end: line.end - (/[；;。]$/.test(line.text) ? 1 : 0) },
        0.9,
      ),
    })
  }
  return at - 1
}
