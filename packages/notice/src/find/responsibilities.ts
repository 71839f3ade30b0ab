import type { Context } from '../text/context.ts'
import type { Line, Span } from '../text/document.ts'
import { labelOf } from '../text/labels.ts'
import { isOrgan } from '../text/organs.ts'
import { walk } from '../text/sections.ts'
import { type Placed, placed, split, trimmed } from '../text/words.ts'
import { named } from './indicator.ts'
import { ownersIn } from './owner-names.ts'
import { mailIn, personOf, phoneIn } from './people.ts'

export interface Responsibility extends Span {
  readonly indicator: Placed | null
  readonly part: Placed | null
  readonly leadUnit: Placed | null
  readonly section: Placed | null
  readonly supporters: readonly Placed[]
  readonly leader: Placed | null
  readonly person: Placed | null
  readonly liaison: Placed | null
  readonly contact: Placed | null
  readonly phone: Placed | null
  readonly mail: Placed | null
}

const lead = /^(.{2,80}?)[，,]?由([^，,。；]{2,40}?)(?:负责)?牵头(?:负责|组织)?(?=[，,。；]|$)/d
/** 耕地保护由某局负责, 粮食安全（某局牵头，某局配合）, 招商引资：某局牵头负责. */
const inside =
  /^([^，,。；：:（(—]{2,40})(?:[：:]|——|。?\s?[（(])\s?由?([^，,。；：:（()）]{2,30}?)(?:负责)?(?:牵头|主办)(?:负责|组织|落实)?(?=[，,。；;）)]|$)/d
const answers =
  /^([^，,。；：:（(]{2,40}?)(?:[（(][^（）()\d]{0,6}\d{1,4}\s?分[)）])?(?:[：:，,]|[（(])?\s?由([^，,。；：:（()）由]{2,40}?)(?:按照?(?:各自)?职责(?:分工)?)?(?:分别|共同|联合)?(?:具体)?(?:负责)?(?:负责|审核|核[定算验]|认定|统计|提供|组织实施|考[核评]|评[分价])(?=[，,。；;）)]|$)/d
/** 区统计局：负责经济指标考核: the body first. */
const bodyFirst =
  /^([^。；：:（(]{3,60})(?:[（(]([^（）()]{2,12}[科处股室])[)）])?[：:]\s?(?:牵头)?负责([^，,。；：:]{2,40}?)(?:等指标)?(?:的)?(?:考[核评](?:评分)?|评分|评价|数据(?:报送|提供|采集))?(?:工作)?(?=[，。；]|$)/d
const section =
  /[，,。；]\s?(?:具体)?(?:工作)?由?([\u4e00-\u9fa5]{1,20}?(?:科|处|股|室|中心|站|队))(?:具体)?(?:负责|牵头|承担)/d
const support =
  /[，,。；]\s?([^。；]{2,200}?)(?:等(?:相关|有关)?(?:科室|部门|单位|科|处室)?|(?:相关|有关)(?:科室|部门|单位|处室))?(?:参与配合|配合参与|协助配合|配合|参与|协助|协同)(?:实施|落实|工作)?(?=[，,。；;）)]|$)/d

const of = (text: string, found: RegExpExecArray, group: number, offset: number): Span => {
  const [start, end] = found.indices?.[group] ?? [0, 0]
  return trimmed(text, { start: offset + start, end: offset + end })
}

/** 重大项目提升行动指标考核工作中的…: the indicator's name, and the part of it that is meant. */
function subject(text: string, whole: Span): { readonly indicator: Placed; readonly part: Placed | null } {
  const stop = text.slice(whole.start, whole.end).search(/(?<=.{2})[。；]/)
  const span = named(text, stop < 0 ? whole : { start: whole.start, end: whole.start + stop }).name
  const words = text.slice(span.start, span.end)
  const found = /^(.+?)(?:指标)?(?:考核|考评|评分)?工作?中的(.+?)(?:指标)?(?:考核|考评)?(?:工作)?$/d.exec(words)
  if (found?.[1] && found[2] && /(?:考核|考评|指标|工作)/.test(words)) {
    const [start, end] = found.indices?.[1] ?? [0, 0]
    return {
      indicator: placed(text, { start: span.start + start, end: span.start + end }),
      part: placed(text, of(text, found, 2, span.start)),
    }
  }
  const name = /^(.+?)(?:指标考核工作|指标考评工作|指标考核|考核工作|考评工作|指标|工作)?$/.exec(words)?.[1] ?? words
  return { indicator: placed(text, { start: span.start, end: span.start + name.length }), part: null }
}

/** 本委社会科 is the section 社会科; a unit keeps its name. */
const withoutOwn = (text: string, span: Span): Span => {
  const own = /^(?:本[委局办厅部院]|我[委局办厅部院])/.exec(text.slice(span.start, span.end))
  return own ? { start: span.start + own[0].length, end: span.end } : span
}

function supportersIn(text: string, words: string, offset: number, taken: Span | null): readonly Placed[] {
  const found = support.exec(taken ? words.slice(taken.end - offset) : words)
  if (!found) return []
  const base = taken ? taken.end : offset
  const span = of(text, found, 1, base)
  const cut = /^(?:由|会同|请)/.exec(text.slice(span.start, span.end))?.[0].length ?? 0
  return split(text, { start: span.start + cut, end: span.end }, '、，,及和')
    .map((piece) => placed(text, withoutOwn(text, trimmed(text, piece, '等')), 0.93))
    .filter(({ value }) => value.length >= 2)
}

/** Persons and their numbers in a span, by the word in front of each. */
export const peopleIn = (text: string, span: Span) => ({
  leader: personOf(text, span, 'leader'),
  person: personOf(text, span, 'person'),
  liaison: personOf(text, span, 'liaison'),
  contact: personOf(text, span, 'contact'),
  phone: phoneIn(text, span),
  mail: mailIn(text, span),
})

/** A sentence 某指标由某单位牵头，具体由某科负责，某单位配合。责任领导：… */
function inSentence(text: string, line: Line, divides: boolean): Responsibility | undefined {
  const skip = line.label?.length ?? labelOf(line.text)?.length ?? 0
  const words = line.text.slice(skip)
  const offset = line.start + skip
  const plain = line.label && (divides || /指标|分[)）][：:，,]?\s?由/.test(words.slice(0, 40)))
  const found = lead.exec(words) ?? inside.exec(words) ?? (plain ? answers.exec(words) : null)
  if (!found || /^(?:从|自|在|每)/.test(words)) return undefined
  const owner = ownersIn(text, of(text, found, 2, offset), '、')
  const about = subject(text, of(text, found, 1, offset))
  // 由市考核办牵头组织有关部门进行年终考核 names no body but what it does.
  if (!owner.lead || /牵头|组织有关/.test(owner.lead.value)) return undefined
  const rest = words.slice(found[0].length)
  const restAt = offset + found[0].length
  const office = section.exec(rest)
  const officeAt = office ? of(text, office, 1, restAt) : null
  return {
    start: line.start,
    end: line.end,
    ...about,
    leadUnit: owner.lead,
    section: officeAt ? placed(text, officeAt, 0.96) : owner.section,
    supporters: [
      ...owner.supporters,
      ...supportersIn(
        text,
        rest,
        restAt,
        officeAt ? { start: officeAt.start, end: restAt + (office?.index ?? 0) + (office?.[0].length ?? 0) } : null,
      ),
    ],
    ...peopleIn(text, { start: offset, end: line.end }),
  }
}

const leads = /^由([^，,。；]{2,40}?)(?:负责)?牵头(?:负责|组织)?(?=[，,。；]|$)/d

/** （二）党的建设（150分） over 由某部牵头，某局配合实施: the heading is what they answer for. */
function underMark(text: string, above: Line | undefined, line: Line): Responsibility | undefined {
  const found = line.label ? null : leads.exec(line.text)
  if (!found || !above?.label || above.table !== undefined) return undefined
  const head = named(text, { start: above.start + above.label.length, end: above.end })
  const owner = ownersIn(text, of(text, found, 1, line.start), '、')
  if (head.mark === null || !owner.lead) return undefined
  return {
    start: line.start,
    end: line.end,
    ...subject(text, head.name),
    leadUnit: owner.lead,
    section: owner.section,
    supporters: [
      ...owner.supporters,
      ...supportersIn(text, line.text.slice(found[0].length), line.start + found[0].length, null),
    ],
    ...peopleIn(text, line),
  }
}

/** 社会消费品零售总额——区商务局, 招商引资：区投促局、区商务局: nothing but the indicator and bodies. */
const bare = /^([^，,。；：:（(—]{2,30})(?:——|[:：])\s?([^，,。；：:—]{3,80})[。；]?$/d

function withBody(text: string, line: Line): Responsibility | undefined {
  const offset = line.start + (line.label?.length ?? 0)
  const found = bare.exec(text.slice(offset, line.end))
  if (!found || isOrgan(found[1] ?? '')) return undefined
  const bodies = split(text, of(text, found, 2, offset), '、')
  if (!bodies.every(({ start, end }) => isOrgan(text.slice(start, end)))) return undefined
  const { lead, section: ownSection, supporters } = ownersIn(text, of(text, found, 2, offset))
  return {
    start: line.start,
    end: line.end,
    ...subject(text, of(text, found, 1, offset)),
    leadUnit: lead,
    section: ownSection,
    supporters,
    ...peopleIn(text, { start: offset, end: line.end }),
  }
}

/** A line 某局：负责某指标考核 under such a heading. */
function ofBody(text: string, line: Line): Responsibility | undefined {
  const offset = line.start + (line.label?.length ?? 0)
  const found = bodyFirst.exec(text.slice(offset, line.end))
  if (!found) return undefined
  const bodies = split(text, of(text, found, 1, offset), '、，,')
  const [lead, ...others] = bodies.map((piece) => placed(text, piece, 0.9))
  if (!lead || !bodies.every(({ start, end }) => isOrgan(text.slice(start, end)))) return undefined
  return {
    start: line.start,
    end: line.end,
    ...subject(text, of(text, found, 3, offset)),
    leadUnit: lead,
    section: found[2] ? placed(text, of(text, found, 2, offset), 0.9) : null,
    supporters: others,
    ...peopleIn(text, { start: offset, end: line.end }),
  }
}

const divides = /分工|分解|责任(?:单位|落实|清单|科室)/

/** Lines under a heading that divides the work, or of a paper that does, where 负责 is enough to lead. */
function divided({ sections, parts, head }: Context): ReadonlySet<number> {
  const lines = new Set<number>()
  const add = (from: number, to: number) => {
    for (let at = from; at < to; at++) lines.add(at)
  }
  for (const { title, from, to } of walk(sections)) if (title.length <= 30 && divides.test(title)) add(from + 1, to)
  for (const { kind, title, body, to } of parts)
    if (divides.test(title?.value ?? '') || (kind === 'letter' && head.some(({ text }) => divides.test(text))))
      add(body, to)
  return lines
}

const firstSentence = (line: Line): Span => {
  const stop = line.text.indexOf('。')
  const end = stop < 0 ? line.end : line.start + stop
  const turn = line.text.slice(0, end - line.start).search(/(?<=分[)）])由/)
  return { start: line.start + (line.label?.length ?? 0), end: turn < 0 ? end : line.start + turn }
}

/** Sentences in which one body leads; an article says so where it gives marks. */
export const sentenceDuties = (context: Context): readonly Responsibility[] => {
  const work = divided(context)
  return context.lines.flatMap((line) =>
    line.table === undefined &&
    (work.has(line.index) || /牵头|主办|负责|分[)）][：:，,]?\s?由/.test(line.text)) &&
    (line.label?.kind !== 'article' || named(context.text, firstSentence(line)).mark !== null)
      ? (underMark(context.text, context.lines[line.index - 1], line) ??
        inSentence(context.text, line, work.has(line.index)) ??
        (work.has(line.index) && line.label
          ? (ofBody(context.text, line) ?? withBody(context.text, line))
          : undefined) ??
        [])
      : [],
  )
}
