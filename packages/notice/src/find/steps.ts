import { columnsOf, placesOf } from '../text/columns.ts'
import type { Context } from '../text/context.ts'
import type { Span, Table } from '../text/document.ts'
import { organEnd } from '../text/organs.ts'
import { type Section, walk } from '../text/sections.ts'
import { matches, type Placed, placed, sentences, split, trimmed } from '../text/words.ts'
import type { Step } from './step.ts'
import { daysOf, termsOf } from './step-terms.ts'
import { withYears } from './step-years.ts'
import { shownFor, windows } from './windows.ts'

const procedure = /程序|步骤|流程|时(?:间|限)(?:安排|要求|节点|进度)|进度安排|实施阶段|阶段安排|日程/
/** 日常考核, 年终考核 under 考核方式: each is a step, though only some have a day. */
const rounds =
  /^(?:日常|平时|月度|季度|半年|年中|中期|年终|年末|年度|集中|实地)(?:考[核评]|评[估价]|检查|督查|监测|调度|讲评)$/
const loose =
  /组织实施|工作安排|(?:考[核评]|评[估价])安排|考[核评]方式|考[核评]方法|考核组织|实施|^(?:主要)?工作任务$|推进措施|工作(?:环节|流程)/

function lists(text: string, span: Span, pattern: RegExp): readonly Placed[] {
  return matches(text, span, pattern).flatMap(({ group }) => {
    const whole = group(1)
    return text
      .slice(whole.start, whole.end)
      .split(/[、和及]/)
      .reduce<{ at: number; found: Placed[] }>(
        ({ at, found }, piece) => {
          const inner = trimmed(text, { start: at, end: at + piece.length }, '，,')
          return {
            at: at + piece.length + 1,
            found: inner.end - inner.start >= 2 ? [...found, placed(text, inner, 0.7)] : found,
          }
        },
        { at: whole.start, found: [] },
      ).found
  })
}

/** 6月底前，各单位完成自查: what is done stands behind the term. */
const opensWithTerm =
  /^(?:\d{4}\s?年)?\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日|[上中下]旬|底|初)?(?:\s?[至到—－~-]+[^，。；]{2,12}?)?(?:以前|之前|前|底|起)?\s?[，,]\s?(?=\S{2})/

/** 1.自查自评（1月5日前）: the name without the term in brackets, up to the first stop. */
function nameOf(text: string, section: Section): Span {
  const whole = text.slice(section.titleAt.start, section.titleAt.end)
  const from = section.titleAt.start + (opensWithTerm.exec(whole)?.[0].length ?? 0)
  const words = text.slice(from, section.titleAt.end)
  const parens = words.search(/[（(][^）)]*(?:\d|月|日|旬|底|前|[全每]年)/)
  const comma = words.search(words.length > 24 ? /[，,；;]/ : /[，,](?=[^，,]*(?:\d|月|日|前|完成))/)
  const ends = [parens, comma].filter((at) => at > 0)
  return trimmed(text, { start: from, end: from + Math.min(words.length, ...ends) }, '：:，,；;')
}

const restsOn = /根据([^，。；]{2,40}?)(?:情况)?[，,]/
const leadsTo = /(?:形成|提出|编制|起草)(?:所负责的)?([^，。；（(]{2,40}?)[（(，。；]/
const acting = /(?:前|内|^)[，,]\s?(?:由)?([^，。；]{2,30}?)(?:按照|按|负责|组织|对|将|会同|结合|根据|[，,])/

function stepOf(context: Context, section: Section): Step {
  const { text } = context
  const span = { start: section.titleAt.start, end: section.end }
  const [opening] = sentences(text, { start: section.rest.start, end: section.end })
  return {
    start: section.start,
    end: section.end,
    name: placed(text, nameOf(text, section), 0.95),
    ...termsOf(text, span),
    inputs: lists(text, span, restsOn),
    outputs: lists(text, span, leadsTo),
    actors: opening ? lists(text, opening, acting).filter(({ value }) => isActor(value)) : [],
  }
}

const isActor = (words: string): boolean => organEnd.test(words) || /^各.{0,12}(?:科室|单位|部门)$/.test(words)

/** A day, or at least a month: 2024年11月组织问卷调查. */
const isDated = (text: string, section: Section): boolean =>
  daysOf(text, section).length > 0 || /^\d{4}\s?年.*月/.test(termsOf(text, section).due?.value ?? '')

/** 年度考核…按下列步骤进行： right above the first of them, whatever the heading says. */
const announced = /(?:按照?|依照?)(?:以下|下列|如下)(?:程序|步骤|流程|环节|顺序|阶段)[^，。；：:]{0,10}[:：]?$/

function announcesSteps({ text, lines }: Context, { children, start, titleAt }: Section): boolean {
  const [first] = children
  const above = first && lines[first.from - 1]
  if (!above || above.end < start || above.table !== undefined) return false
  const from = Math.max(titleAt.start, above.start)
  return announced.test(text.slice(from, above.end))
}

/** 季度考核。每季度结束后10日内…, 年终考核。12月下旬…: rounds only, one of which has its term. */
const areRounds = ({ text }: Context, { children }: Section): boolean =>
  children.every((child) => rounds.test(child.title)) && children.some((child) => termsOf(text, child).due !== null)

/** Of the ways of appraisal those are steps that have a term or are a round; of a procedure each is one. */
const stepsUnder = ({ text }: Context, { title, children }: Section): readonly Section[] =>
  /方式|方法/.test(title) && !procedure.test(title)
    ? children.filter((child) => rounds.test(child.title) || termsOf(text, child).due !== null)
    : children

/** 五、考核步骤 over （一）自查自评。各单位于11月底前…, where the text ends: of a procedure that is cut one step is left. */
const cutBehindFirst = ({ text, lines }: Context, { title, children, to }: Section): boolean => {
  const [only] = children
  return (
    children.length === 1 &&
    only !== undefined &&
    title.length <= 30 &&
    procedure.test(title) &&
    to >= lines.length &&
    termsOf(text, only).due !== null
  )
}

const inside = (inner: Section, outer: Section): boolean => outer.start < inner.start && inner.end <= outer.end

/** Of two headings of a procedure the upper one has the steps; a chapter leaves them to its article 按以下程序进行. */
const takesOver = (other: Section, section: Section): boolean =>
  other.level === 0 || section.level === 0 ? inside(other, section) : inside(section, other)

/** Steps of the procedure, in printed order, with their terms; behind them the windows and reports that stand elsewhere. */
export function findSteps(context: Context, signed: Placed | null): readonly Step[] {
  const heads = [...walk(context.sections)].filter((section) => {
    if (section.children.length >= 2 && announcesSteps(context, section)) return true
    if (section.children.length < 2 || section.title.length > 30) return cutBehindFirst(context, section)
    if (procedure.test(section.title)) return true
    if (!loose.test(section.title)) return false
    const dated = section.children.filter((child) => isDated(context.text, child)).length
    return dated >= 2 || areRounds(context, section)
  })
  const own = heads
    .filter((section) => !heads.some((other) => other !== section && takesOver(other, section)))
    .map((section) => stepsUnder(context, section).map((child) => stepOf(context, child)))
    .concat(headless(context))
    .concat([...timetables(context), ...roundsInSentences(context)].map((steps) => [...steps]))
    .concat(context.tables.map((table) => [...tabledSteps(context, table)]))
    .flatMap((steps) => withYears(steps, signed))
    .map((step) => ({ ...step, due: step.due ?? shownFor(context.text, step) }))
    .filter(({ name }) => name.value !== '')
  return [...own, ...withYears(windows(context, own), signed).map((step) => ({ ...step, apart: true as const }))]
}

/** （四）考核评议（11月1日—10日）。 in a text that begins in the middle: the heading above the steps is lost, their terms are not. */
function headless(context: Context): readonly Step[][] {
  const [first] = context.sections
  if (!first || first.level === 0 || first.ordinal < 2) return []
  const above = context.sections.findIndex(({ level }) => level < first.level)
  const own = context.sections.slice(0, above < 0 ? undefined : above)
  return own.every(({ title }) => /[（(][^）)]*月[^）)]*[)）]$/.test(title))
    ? [own.map((one) => stepOf(context, one))]
    : []
}

const dated =
  /^((?:\d{4}\s?年)?\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日|[上中下]旬|底)?(?:[至到—－~-]+.{2,12}?)?(?:以前|之前|前|底)?)\s?[:：]\s?(.{2,60})$/

/** 自查阶段（12月1日至12月10日）：各单位… without a number. */
const phased = /^([\u4e00-\u9fa5]{2,12})[（(]([^（）()]{0,20}\d{1,2}\s?月[^（）()]{0,24})[)）]\s?[:：。]/

/** Lines 2024年1月5日前：牵头部门完成评分 under 时间要求. */
const timetables = ({ text, lines, sections }: Context): readonly (readonly Step[])[] =>
  [...walk(sections)].flatMap((section) => {
    if (!procedure.test(section.title) || section.children.length > 0) return []
    const steps = lines.slice(section.from + 1, section.to).flatMap((line): Step[] => {
      if (line.table !== undefined) return []
      const [phase] = matches(text, line, phased)
      if (phase)
        return [
          {
            start: line.start,
            end: line.end,
            name: placed(text, phase.group(1), 0.88),
            ...termsOf(text, phase.group(2)),
            inputs: [],
            outputs: [],
            actors: [],
          },
        ]
      const [found] = matches(text, line, dated)
      if (!found) return []
      const [name = found.group(2)] = split(text, found.group(2), '。！？；;')
      const own = { start: line.start, end: line.end, name: placed(text, name, 0.85) }
      return [{ ...own, ...termsOf(text, found.group(1)), inputs: [], outputs: [], actors: [] }]
    })
    return steps.length > 1 ? [steps] : []
  })

/** 半年考核于7月10日前完成，年终考核于12月20日前完成: rounds with their terms in a sentence, two at least. */
const roundOnDay =
  /(?:^|[，,。；;])\s?([\u4e00-\u9fa5]{2,12}?)(?:应|须|要)?(?:于|在|(?=(?:次年)?\d{1,2}\s?月))(?=[^，,。；;]*\d{1,2}\s?月)[^，,。；;]{2,24}?(?:完成|进行|开展|组织|结束)(?=[，,。；;]|$)/

const roundsInSentences = ({ text, lines, sections }: Context): readonly (readonly Step[])[] =>
  walk(sections).flatMap((section) => {
    if (section.children.length > 0 || section.title.length > 12 || !/时间|时限|安排|步骤|程序/.test(section.title))
      return []
    const steps = lines.slice(section.from + 1, section.to).flatMap((line) =>
      line.table === undefined
        ? matches(text, line, roundOnDay).map(
            ({ at, group }): Step => ({
              ...at,
              name: placed(text, group(1), 0.8),
              ...termsOf(text, at),
              inputs: [],
              outputs: [],
              actors: [],
            }),
          )
        : [],
    )
    return steps.length > 1 || steps.some(({ name }) => ofRound.test(name.value)) ? [steps] : []
  })

const ofRound = /^[^，。；]{2,8}(?:考[核评]|评[估价])$/

/** Rows of a table 阶段, 时间, 责任单位. */
function tabledSteps({ text }: Context, table: Table): readonly Step[] {
  const columns = columnsOf(table)
  const [name] = columns ? placesOf(columns, 'step') : []
  const [term] = columns ? placesOf(columns, 'term') : []
  const [actor] = columns ? placesOf(columns, 'lead') : []
  if (!columns || name === undefined || term === undefined) return []
  return table.rows.slice(columns.first).flatMap((row): Step[] => {
    const [cell, when, who] = [row[name], row[term], actor === undefined ? undefined : row[actor]]
    if (!cell || cell.text === '' || cell.repeated) return []
    return [
      {
        start: cell.start,
        end: Math.max(cell.end, when?.end ?? 0),
        name: placed(text, cell, 0.93),
        ...(when && when.text !== '' ? termsOf(text, when) : { due: null, cutoff: null }),
        inputs: [],
        outputs: [],
        actors: who ? split(text, who, '、，,；;').map((piece) => placed(text, piece, 0.85)) : [],
      },
    ]
  })
}
