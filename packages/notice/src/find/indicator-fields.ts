import { type Role, roleOf } from '../text/columns.ts'
import type { Context } from '../text/context.ts'
import type { Line, Span } from '../text/document.ts'
import type { Section } from '../text/sections.ts'
import { matches, type Placed, placed, trimmed } from '../text/words.ts'
import { evidenceIn } from './evidence.ts'

/** What labelled lines below the name of an indicator say: 【分值】30分, 评分标准：…, 台账目录：…. */
export interface LabelledFields {
  readonly mark: Span | null
  readonly weight: Span | null
  readonly rule: Placed | null
  readonly standard: Placed | null
  readonly evidence: readonly Placed[]
  readonly dataSource: Placed | null
}

/** What a label in front of words says, by its name as that of a column or in short: 目标：, 计分：. */
export function labelRole(words: string): Role | undefined {
  if (/^(?:(?:考[核评]|评价|工作)(?:内容|要点|要求)|目标)$/.test(words)) return 'standard'
  return /^[计评记]分$/.test(words) ? 'rule' : roleOf(words)
}

const number = '(?:(?:\\d{1,2}\\s?[.．、]|[（(][一二三四五六七八九十\\d]{1,2}[)）]|[①-⑳])\\s?)?'
const label = new RegExp(
  `[【［]\\s?([^】］\\n]{2,12})[】］]\\s?[:：]?\\s?|(?<=^|[\\n。；;])\\s?${number}([\\u4e00-\\u9fa5]{2,10})\\s?[:：]\\s?`,
)

/** Labels that end what stands before them and say nothing about the indicator itself. */
const apart =
  /^(?:指标|考核)?(?:说明|解释|含义|释义|要求)$|^(?:牵头|责任|具体|承办|配合|协助|参与|协办|分管|负责|联系|联络|电话|传真|邮箱|经办|数据|备注|注$|完成时限)/

const roles = new Set<Role>(['mark', 'weight', 'rule', 'standard', 'evidence', 'source'])

const none: LabelledFields = { mark: null, weight: null, rule: null, standard: null, evidence: [], dataSource: null }

const figureIn = (text: string, span: Span, unit: RegExp): Span | null => {
  const [found] = matches(text, span, unit)
  return found ? found.group(1) : null
}

/** The fields that labels give in a span. */
function labelledFields(text: string, span: Span): LabelledFields {
  const found = matches(text, span, label).flatMap(({ at, groups }) => {
    const words = groups[1] || groups[2] || ''
    const role = labelRole(words)
    return role || groups[1] || apart.test(words) ? [{ at, role }] : []
  })
  const known = new Map<Role, Span>()
  found.forEach(({ at, role }, index) => {
    const value = trimmed(text, { start: at.end, end: found[index + 1]?.at.start ?? span.end }, '；;〕】')
    if (role && roles.has(role) && !known.has(role) && value.end > value.start) known.set(role, value)
  })
  if (known.size === 0) return none
  const words = (role: Role): Placed | null => {
    const at = known.get(role)
    return at && at.end - at.start < 1200 ? placed(text, at, 0.92) : null
  }
  const [mark, weight, evidence] = [known.get('mark'), known.get('weight'), known.get('evidence')]
  return {
    mark: mark ? figureIn(text, mark, /^(\d{1,4}(?:\.\d{1,2})?)\s?分?[。；，]?/) : null,
    weight: weight ? figureIn(text, weight, /^(\d{1,3}(?:\.\d{1,2})?\s?[%％])/) : null,
    rule: words('rule'),
    standard: words('standard'),
    evidence: evidence ? evidenceIn(text, evidence) : [],
    dataSource: words('source'),
  }
}

/** （2）评分标准：… is a field of the indicator above it and none of its own. */
export const isField = (title: string): boolean => {
  const role = title.length <= 10 ? labelRole(title) : undefined
  return role !== undefined && roles.has(role)
}

const ofSections = new WeakMap<Section, LabelledFields>()

const mostFields = 12

/** （1）考核要求：…, （2）评分标准：… below 1.1 are of its depth and still its fields: the first line behind them. */
function fieldsFrom(lines: readonly Line[], { to }: Section): number {
  let at = to
  for (; at < to + mostFields; at++) {
    const { label: mark, text = '' } = lines[at] ?? {}
    if (!mark || !isField(text.slice(mark.length, mark.length + 12).split(/[。：:]/)[0] ?? '')) break
  }
  return at
}

/** What labels say between a heading and the first heading below it that is no label itself. */
export function fieldsUnder({ text, lines }: Context, section: Section): LabelledFields {
  const known = ofSections.get(section)
  if (known) return known
  const child = section.children.find(({ title }) => !isField(title))
  const until = section.children.length > 0 ? section.end : (lines[fieldsFrom(lines, section) - 1]?.end ?? section.end)
  const table = lines.slice(section.from + 1, section.to).find((line) => line.table !== undefined)
  const end = Math.min(child?.start ?? until, table?.start ?? Number.POSITIVE_INFINITY)
  const fields = labelledFields(text, { start: section.rest.start, end: Math.max(section.rest.start, end) })
  ofSections.set(section, fields)
  return fields
}

/** A name with its mark or weight and how it is scored or met: an indicator set as a block. */
export const isBlock = ({ mark, weight, rule, standard, evidence }: LabelledFields): boolean =>
  [mark ?? weight, rule, standard, evidence[0]].filter(Boolean).length >= 2
