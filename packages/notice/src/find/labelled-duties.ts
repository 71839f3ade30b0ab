import type { Context } from '../text/context.ts'
import type { Line, Span } from '../text/document.ts'
import {
  clauseOwner,
  inBrackets,
  isLead,
  markedOwner,
  opensWithOwner,
  opensWithPost,
  ownerLabel,
  scoredBy,
} from '../text/duty-words.ts'
import { walk } from '../text/sections.ts'
import { type Match, matches, type Placed, placed, sentences, split, trimmed } from '../text/words.ts'
import { named } from './indicator.ts'
import { type Owners, ownersIn } from './owner-names.ts'
import { peopleIn, type Responsibility } from './responsibilities.ts'
import { scoresPoints } from './scoring-words.ts'

const body = '[\\u4e00-\\u9fa5]{1,20}[局委办部厅院会司队心]'
const is = `\\s?(?:[:：】]|[为是](?=${body})|(?=[省市县区州旗]${body}))`
const words = '\\s?((?:[^。；;（()）〔〕【】\\[\\]\\n]|[（(][^（）()\\n]{1,30}[)）]){2,120})'
const leadUnit = new RegExp(
  `(?<!被|受|负责)(?:(?:牵头|责任|考[核评]责任|主要责任|牵头考[核评]|考[核评]|评分|实施|负责|主办|数据采集)(?:责任)?(?:单位|部门)${is}|牵头[:：])${words}`,
)
const leadSection = new RegExp(`(?:牵头|责任|考[核评]|负责|具体|承办|主办)(?:负责)?(?:科室|股室|处室)${is}${words}`)
const support = new RegExp(`(?:配合|协助|参与|协办|协同)(?:(?:责任)?(?:单位|部门|科室|处室)${is}|[:：])${words}`)

/** ，配合单位：, ，联系人：: the next label on a line that parts them by commas. */
const nextLabel = /[，,、 ]\s?[\u4e00-\u9fa5]{2,6}(?:单位|部门|科室|处室|领导|人|员|电话|时限|时间)\s?[:：为是]/

const beforeNext = (text: string, { start, end }: Span): Span => {
  const stop = text.slice(start, end).search(nextLabel)
  return { start, end: stop < 0 ? end : start + stop }
}

const owners = (text: string, span: Span): Owners => ownersIn(text, beforeNext(text, span), '、，, ')

const names = (text: string, span: Span): readonly Placed[] => {
  const { lead, supporters } = owners(text, span)
  return [...(lead ? [lead] : []), ...supporters]
}

const first = (text: string, span: Span, pattern: RegExp): Span | undefined => matches(text, span, pattern)[0]?.group(1)

const bodies = (text: string, span: Span, pattern: RegExp): readonly Placed[] => {
  const found = first(text, span, pattern)
  return found ? names(text, found) : []
}

/** Words of a heading up to its first stop, without marks. */
function headOf(text: string, { start, end }: Span): Span {
  const stop = text.slice(start, end).search(/[。：:；]/)
  return named(text, { start, end: stop > 0 ? start + stop : end }).name
}

/** The heading that 责任单位：… belongs to: the words before it on its line, or the numbered line above. */
function subject(text: string, lines: readonly Line[], line: Line, at: number): Span | undefined {
  const from = line.start + (line.label?.length ?? 0)
  const own = trimmed(text, { start: from, end: at }, '。：:；;，,（(〔【[')
  if (own.end - own.start >= 2 && (line.label || !/[。；]/.test(text.slice(from, at)))) return headOf(text, own)
  for (let index = line.index - 1; index >= Math.max(0, line.index - 8); index--) {
    const above = lines[index]
    const titled =
      above &&
      /^(?:【(?:考[核评])?(?:指标|项目|任务)(?:名称)?】|(?:指标|任务|项目)[一二三四五六七八九十\d]{1,3}\s?[：:、])\s?/.exec(
        above.text,
      )
    if (titled) return headOf(text, { start: above.start + titled[0].length, end: above.end })
    if (!above?.label || above.table !== undefined) continue
    return headOf(text, { start: above.start + above.label.length, end: above.end })
  }
  return undefined
}

/** The last items of groups of which no other item names anybody, by their first line, with the group's name. */
function groupsOf({ text, sections }: Context): ReadonlyMap<number, Span> {
  const groups = new Map<number, Span>()
  for (const { children, titleAt } of walk(sections)) {
    const last = children.at(-1)
    if (children.length < 2 || !last || last.children.length > 0) continue
    const others = children.slice(0, -1).some(({ start, end }) => ownerLabel.test(text.slice(start, end)))
    if (!others) groups.set(last.from, headOf(text, titleAt))
  }
  return groups
}

/** A line of its own below the last item of such a group speaks of the group. */
function groupAbove(lines: readonly Line[], line: Line, groups: ReadonlyMap<number, Span>): Span | undefined {
  if (line.label || !opensWithOwner.test(line.text)) return undefined
  const above = lines.slice(Math.max(0, line.index - 6), line.index).findLast(({ label }) => label)
  return above && groups.get(above.index)
}

/** Whether the first owner that is named leads: 责任单位： beside it names who works with it. */
const leadsAt = (words: string): boolean => isLead.test(leadUnit.exec(words)?.[0] ?? '')

/** The line and those below it that go on with 配合单位：…, 联系人：…. */
function blockOf(lines: readonly Line[], line: Line): Span {
  let last = line
  const leads = leadsAt(line.text)
  for (const below of lines.slice(line.index + 1, line.index + 9)) {
    const fellow = leads && !leadsAt(below.text)
    if (below.label || below.table !== undefined || !opensWithPost.test(below.text)) break
    if (leadUnit.test(below.text) && !fellow) break
    last = below
  }
  return { start: line.start, end: last.end }
}

const nobody = {
  part: null,
  section: null,
  supporters: [],
  leader: null,
  person: null,
  liaison: null,
  contact: null,
  phone: null,
  mail: null,
}

/** Lines 牵头单位：…；配合单位：… with the indicator that they stand under. */
export const labelledDuties = (context: Context): readonly Responsibility[] => {
  const { text, lines } = context
  const groups = groupsOf(context)
  let done = -1
  return lines.flatMap((line): Responsibility[] => {
    if (
      line.start < done ||
      line.table !== undefined ||
      !/(?:单位|部门|科室|股室|处室)\s?[:：】为是]|牵头[:：]/.test(line.text)
    )
      return []
    const span = blockOf(lines, line)
    const unit = first(text, span, leadUnit)
    const section = first(text, span, leadSection)
    const leading = unit ?? section
    const pattern = unit ? leadUnit : leadSection
    const at = line.start + Math.max(0, line.text.search(pattern))
    const indicator = leading && (groupAbove(lines, line, groups) ?? subject(text, lines, line, at))
    if (!leading || !indicator || indicator.end - indicator.start > 60) return []
    done = span.end
    const named = owners(text, leading)
    // 责任科室：办公室 alone names no unit, but the section that answers.
    const { lead, section: behindLead, supporters } = unit ? named : { ...named, lead: null, section: named.lead }
    const behind = { start: beforeNext(text, leading).end, end: span.end }
    const fellows = leadsAt(text.slice(line.start, leading.end)) ? bodies(text, behind, leadUnit) : []
    return [
      {
        ...span,
        indicator: placed(text, indicator, 0.9),
        part: null,
        leadUnit: lead,
        section: unit && section ? (names(text, section)[0] ?? null) : behindLead,
        supporters: [...supporters, ...fellows, ...bodies(text, span, support)],
        ...peopleIn(text, span),
      },
    ]
  })
}

/** Who scores, in a clause of its own or in brackets; （县知识产权局） alone does only where points stand before it. */
function scorersIn(text: string, clause: Span): readonly Match[] {
  const words = text.slice(clause.start, clause.end)
  return [
    ...(words.includes('由') ? matches(text, clause, scoredBy) : []),
    ...(/[)）]/.test(words) ? matches(text, clause, inBrackets) : []),
  ].filter(({ at, groups }) => groups[1] || scoresPoints(text.slice(clause.start, at.start)))
}

/** Clauses of one line, each of which gives an indicator its owner: two with marks, or three without. */
const clauseDuties = (text: string, line: Line): readonly Responsibility[] => {
  if (line.text.indexOf('由') === line.text.lastIndexOf('由')) return []
  const marked = matches(text, line, markedOwner)
  const found = marked.length > 1 ? marked : matches(text, line, clauseOwner)
  return found.length < (marked.length > 1 ? 2 : 3)
    ? []
    : found.flatMap(({ at, group }) => {
        const { lead, section, supporters } = owners(text, group(2))
        return lead
          ? [
              {
                ...nobody,
                ...at,
                indicator: placed(text, trimmed(text, group(1)), 0.85),
                leadUnit: lead,
                section,
                supporters,
              },
            ]
          : []
      })
}

/** 1.地区生产总值增长率（10分）。…由市统计局负责考核。 */
export const scoringDuties = ({ text, lines }: Context): readonly Responsibility[] =>
  lines.flatMap((line): Responsibility[] => {
    if (line.table !== undefined || !/由|负责|考[核评][)）]|[)）]。?$/.test(line.text)) return []
    const several = clauseDuties(text, line)
    if (several.length > 0) return [...several]
    if (line.label?.kind === 'article') return []
    const parts = line.label
      ? (sentence: Span) => [sentence, ...split(text, sentence, '，,；;')]
      : (sentence: Span) => [sentence]
    for (const clause of sentences(text, line).flatMap(parts)) {
      const [found] = scorersIn(text, clause)
      const indicator = found && subject(text, lines, line, found.at.start)
      if (!found || !indicator || indicator.end - indicator.start > 40) continue
      const { lead, section, supporters } = owners(text, found.group(found.groups[1] ? 1 : 2))
      if (lead && /牵头组织|组织(?:有关|相关|各|开展)/.test(lead.value)) continue
      return [
        {
          ...nobody,
          start: line.start,
          end: line.end,
          indicator: placed(text, indicator, 0.88),
          leadUnit: lead,
          section,
          supporters,
        },
      ]
    }
    return []
  })
