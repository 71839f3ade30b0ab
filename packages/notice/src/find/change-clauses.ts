import type { Span } from '../text/document.ts'
import { type Match, matches, type Placed, placed, trimmed } from '../text/words.ts'
import { type ChangedField, changedFields, fieldOf, fieldOfValue } from './changed-field.ts'
import { named } from './indicator.ts'

export type ChangeAct = 'added' | 'dropped' | 'changed'

/** What an adjusting notice does to an earlier paper, as far as its words say. */
export interface NoticeChange extends Span {
  readonly act: ChangeAct
  /** The indicator, or the step or list, that is meant; null where words are exchanged and nothing is named. */
  readonly name: Placed | null
  readonly field: ChangedField | null
  readonly from: Placed | null
  readonly to: Placed | null
}

type Said = Omit<NoticeChange, 'start' | 'end'>

const quote = '[“"]([^“”"\\n]{1,400})[”"]'
const name = '[“"]([^“”"\\n]{2,40})[”"]'
const value = `(?:${quote}|([^，,。；;“”"\\s]{1,40}?))`
const turns = '(?:统一)?(?:调整|更正|修改|修订|变更|更改|提高|降低|上调|下调|增加|减少|改|变)(?:为|到|至|成)'
const item = '(?:第\\s?[\\d一二三四五六七八九十]{1,3}\\s?项)?[“"][^“”"\\n]{2,200}[”"]'
/** “…”、第8项“…”和第15项“…”: several at once. */
const list = `(${item}(?:[、和及与]?${item}){0,12})`
/** “双招双引”指标中的“展会活动”: what stands inside another one is meant. */
const within = '(?:[“"][^“”"\\n]{2,40}[”"](?:[一二三]级)?(?:指标|项目)?[中下]的?)?'

/** “招商引资”指标分值由10分调整为8分, 将招商引资分值从10分降低至8分. */
const fromTo = new RegExp(
  `(?:${name}(?:(?:考核|考评)?指标|一项|项)?(?:的)?[，,]?|(?:将|对|[，,]|^)\\s?([\\u4e00-\\u9fa5A-Za-z、（）()]{2,24}?)(?:(?:考核|考评)?指标)?(?:的)?(?=${changedFields}))?(${changedFields})?[，,]?(?:均|统一)?(?:由|从)(?:原(?:来)?的?)?${value}(?:分别)?[，,]?${turns}${value}(?=[，,。；;、（(]|$)`,
)
const renamed = new RegExp(`${name}(?:(?:考核|考评)?指标)?的?名称${turns}${name}`)
const exchanged = new RegExp(`${quote}[，,]?(?:统一)?(?:更正为|修改为|修订为|调整为|改为|应为)[:：]?${quote}`)
const adds = new RegExp(`(?:增加|新增|增设|增补|补充)(?:考核|考评)?(?:指标)?${within}${list}`)
const addsTo = new RegExp(`(${changedFields})(?:中)?(?:增加|新增|增补)${quote}`)
/** “三公经费控制”指标不再考核 */
const dropped = new RegExp(
  `${name}(?:(?:考核|考评)?指标|项目)?(?:予以)?(?:不再(?:考[核评]|纳入|保留|列入)|取消|删除|删去)`,
)
/** 将“依法行政”评分标准中“每件扣1分”修改为“每件扣2分” */
const exchangedOf = new RegExp(
  `${name}(?:(?:考核|考评)?指标)?的?(${changedFields})中[，,]?(?:的)?${quote}${turns}${quote}`,
)
const drops = new RegExp(`(?:取消|删除|删去|撤销|剔除|去掉|不再考核)[^“”"，。；]{0,14}${within}${list}`)
/** 取消旅游接待人次指标, 新增数字经济核心产业增加值指标: without quotation marks, up to the word. */
const plain =
  '(?!部分|有关|相关|个性|共性|年度|考核|考评|以下|如下|其他|上述|指标|该|此|本)([\\u4e00-\\u9fa5A-Za-z]{2,20}?)(?:考核|考评)?指标'
const addsPlain = new RegExp(`^(?:增加|新增|增设|增补|补充)${plain}`)
const dropsPlain = new RegExp(`^(?:取消|删除|删去|撤销|剔除)${plain}`)
/** “信息报送”一栏分值应为“3分”，误印为“5分” */
const misprinted = new RegExp(
  `${name}(?:一?[栏项行]|指标)?的?(${changedFields})应为${quote}[，,]?(?:误|原)[^“”"，。；]{0,4}为${quote}`,
)
const quoted = new RegExp(quote)
const mark = /(?:分值)?均?(?:为|[:：])?\s?(\d{1,3}(?:\.\d{1,2})?)\s?分/

/** Words of a rule, and no name of an indicator. */
const isSentence = (words: string): boolean => words.length > 30 || /[，。；]/.test(words)

const either = (match: Match, ...groups: readonly number[]): Span | undefined => {
  const group = groups.find((one) => match.groups[one] !== undefined && match.groups[one] !== '')
  return group === undefined ? undefined : match.group(group)
}

const nameAt = (text: string, span: Span | undefined): Placed | null =>
  span ? placed(text, trimmed(text, span), 0.9) : null

/** 8分 is the mark 8; quotation marks are not of the value. */
export function changedValue(text: string, span: Span | undefined, field: ChangedField | null): Placed | null {
  if (!span) return null
  const inner = trimmed(text, span, '“”"')
  const unit = field === 'fullMark' && /分$/.test(text.slice(inner.start, inner.end)) ? 1 : 0
  return placed(text, trimmed(text, { start: inner.start, end: inner.end - unit }), 0.88)
}

const firstQuoted = (text: string, clause: Span): Span | undefined => matches(text, clause, quoted)[0]?.group(1)

function turned(text: string, clause: Span): readonly Said[] {
  const first = firstQuoted(text, clause)
  return matches(text, clause, fromTo).flatMap((match): Said[] => {
    const [from, to] = [either(match, 4, 5), either(match, 6, 7)]
    const words = match.groups[3] ?? ''
    const field = words ? fieldOf(words) : fieldOfValue(to ? text.slice(to.start, to.end) : '')
    const above = first && first.end < match.at.start ? first : undefined
    const known = nameAt(text, either(match, 1, 2) ?? above)
    return (known ?? field)
      ? [
          {
            act: 'changed',
            name: known,
            field,
            from: changedValue(text, from, field),
            to: changedValue(text, to, field),
          },
        ]
      : []
  })
}

/** 配合单位增加“…”: of what the clause has named. */
function extended(text: string, clause: Span, before: Placed | null): readonly Said[] {
  const known = before?.at ?? firstQuoted(text, clause)
  return matches(text, clause, addsTo).flatMap((match): Said[] =>
    known && known.end < match.at.start
      ? [
          {
            act: 'added',
            name: nameAt(text, known),
            field: fieldOf(match.groups[1] ?? ''),
            from: null,
            to: changedValue(text, match.group(2), null),
          },
        ]
      : [],
  )
}

/** What comes or goes whole, with the mark that stands behind a single one. */
function whole(text: string, act: 'added' | 'dropped', at: Span, behind: Span): Said {
  if (isSentence(text.slice(at.start, at.end))) {
    const words = changedValue(text, at, null)
    return { act, name: null, field: null, from: act === 'dropped' ? words : null, to: act === 'added' ? words : null }
  }
  const worth = changedValue(text, matches(text, behind, mark)[0]?.group(1), 'fullMark')
  return {
    act,
    name: nameAt(text, at),
    field: worth ? 'fullMark' : null,
    from: act === 'dropped' ? worth : null,
    to: act === 'added' ? worth : null,
  }
}

const comings = (text: string, clause: Span): readonly Said[] =>
  (
    [
      [adds, 'added'],
      [drops, 'dropped'],
    ] as const
  ).flatMap(([form, act]) =>
    matches(text, clause, form).flatMap((match) => {
      const names = matches(text, match.group(1), quoted)
      const behind = {
        start: match.at.end,
        end: names.length === 1 || /均/.test(text.slice(match.at.end, clause.end)) ? clause.end : match.at.end,
      }
      return names.map((one) => whole(text, act, one.group(1), behind))
    }),
  )

const renamings = (text: string, clause: Span): readonly Said[] =>
  matches(text, clause, renamed).map((match) => {
    const [from, to] = [nameAt(text, match.group(1)), nameAt(text, match.group(2))]
    return { act: 'changed', name: from, field: 'indicator', from, to }
  })

const exchangesOf = (text: string, clause: Span): readonly Said[] =>
  matches(text, clause, exchangedOf).map((match) => ({
    act: 'changed',
    name: nameAt(text, match.group(1)),
    field: fieldOf(match.groups[2] ?? ''),
    from: changedValue(text, match.group(3), null),
    to: changedValue(text, match.group(4), null),
  }))

const misprints = (text: string, clause: Span): readonly Said[] =>
  matches(text, clause, misprinted).map((match) => {
    const field = fieldOf(match.groups[2] ?? '')
    const [to, from] = [match.group(3), match.group(4)].map((span) => changedValue(text, span, field))
    return { act: 'changed', name: nameAt(text, match.group(1)), field, from: from ?? null, to: to ?? null }
  })

const plainly = (text: string, clause: Span): readonly Said[] =>
  (
    [
      [addsPlain, 'added'],
      [dropsPlain, 'dropped'],
    ] as const
  ).flatMap(([form, act]) =>
    matches(text, clause, form).map((match) =>
      whole(text, act, match.group(1), { start: match.at.end, end: clause.end }),
    ),
  )

const goings = (text: string, clause: Span): readonly Said[] =>
  matches(text, clause, dropped).map((match) =>
    whole(text, 'dropped', match.group(1), { start: match.at.end, end: clause.end }),
  )

const exchanges = (text: string, clause: Span): readonly Said[] =>
  matches(text, clause, exchanged).map((match) => ({
    act: 'changed',
    name: null,
    field: null,
    from: changedValue(text, match.group(1), null),
    to: changedValue(text, match.group(2), null),
  }))

/** An item under 新增指标 or 取消指标. */
function listedItem(text: string, clause: Span, act: ChangeAct | undefined): readonly Said[] {
  if (act === undefined || act === 'changed') return []
  const own = firstQuoted(text, clause) ?? named(text, clause).name
  const length = own.end - own.start
  return length >= 2 && length <= 30 ? [whole(text, act, own, { start: own.end, end: clause.end })] : []
}

/** The changes of one clause; the words that say most are asked first. `act` is what the heading above does to its items. */
export function changesIn(text: string, clause: Span, act: ChangeAct | undefined): readonly NoticeChange[] {
  const from = turned(text, clause)
  const first = [...from, ...extended(text, clause, from.at(-1)?.name ?? null)]
  const ways = [
    () => first,
    () => misprints(text, clause),
    () => exchangesOf(text, clause),
    () => comings(text, clause),
    () => goings(text, clause),
    () => plainly(text, clause),
    () => renamings(text, clause),
    () => exchanges(text, clause),
    () => listedItem(text, clause, act),
  ]
  for (const way of ways) {
    const said = way()
    if (said.length > 0) return said.map((one) => ({ start: clause.start, end: clause.end, ...one }))
  }
  return []
}
