import type { Context } from '../text/context.ts'
import { partSpan } from '../text/context.ts'
import type { Span } from '../text/document.ts'
import { isOrgan } from '../text/organs.ts'
import { matches, type Placed, placed, split, trimmed } from '../text/words.ts'
import { nameBehindTitle, type OrganPost, postsOf } from './organ-posts.ts'

export interface OrganOffice {
  readonly name: Placed | null
  readonly shortName: Placed | null
  readonly seat: Placed | null
  readonly director: Placed | null
}

export interface Organ {
  readonly name: Placed
  readonly shortName: Placed | null
  readonly parent: Placed | null
  readonly office: OrganOffice | null
  readonly posts: readonly OrganPost[]
  readonly members: readonly Placed[]
}

const kinds = '(?:领导小组|协调小组|工作小组|工作专班|(?:考[核评]|绩效|绩效管理|考评工作|考核工作|评议)委员会|指挥部)'
const founded = new RegExp(
  `(?:成立|设立|组建|调整)了?(?:以.{2,30}为组长的)?([^，。；：“”\\s]{2,40}?${kinds})(?!办公室)`,
)
const short = '[（(]\\s?(?:以下)?(?:统一)?简称[:：]?\\s?[“"「]?([^”"」）)]{2,20})[”"」]?\\s?[)）]'

/** 由市绩效考核工作领导小组（以下简称…）: a group that the text introduces without founding it. */
const introduced = new RegExp(
  `(?:由|在|对|将|，|。|\\n)([^，。；：由在将“”（）()\\s]{1,40}?${kinds})[（(]\\s?(?:以下)?简称`,
)

/** 市考核委员会办公室设在…: a group that is known only by its office. */
const served = new RegExp(
  `(?:^|[，。；：\\s])([^，。；：由在将“”（）()\\s]{1,40}?${kinds})(?=办公室(?:[（(][^）)]{2,60}[)）])?[，,]?(?:设在|设于|挂靠))`,
)

const whole = ({ text }: Context): Span => ({ start: 0, end: text.length })

const first = (context: Context, pattern: RegExp, group = 1): Span | undefined => {
  for (const found of matches(context.text, whole(context), pattern)) return trimmed(context.text, found.group(group))
  return undefined
}

const asPlaced = (context: Context, span: Span | undefined, confidence = 0.93): Placed | null =>
  span && span.end > span.start ? placed(context.text, span, confidence) : null

/** 是自贸区党工委、管委会会议事协调机构: a doubled character belongs to the slip, not to the name. */
function parentOf(context: Context): Placed | null {
  const direct =
    first(context, /[，,](?:直接)?(?:受|在)([^，。；]{2,30}?)(?:的)?(?:直接)?领导(?:下)?[，。]/) ??
    first(context, /(?:领导小组|委员会|指挥部)(?:直接)?在([^，。；]{2,30}?)的?(?:统一|直接)?领导下/)
  const body = first(context, /是([^，。；]{2,30}?)的?(?:议事|综合)协调机构/)
  if (!body) return asPlaced(context, direct)
  const doubled = /(.)\1$/.test(context.text.slice(body.start, body.end))
  return asPlaced(context, doubled ? { start: body.start, end: body.end - 1 } : body)
}

/** 党政综合部部长屠苏 is 屠苏; a post without a name stays. */
function personOf({ text }: Context, span: Span | undefined): Span | undefined {
  const cut = span && nameBehindTitle(text.slice(span.start, span.end))
  return span && cut !== undefined ? { start: span.start + cut, end: span.end } : span
}

const officeBrackets = '(?:[（(][^）)]{2,60}[)）])?'
const seated = new RegExp(
  `办公室${officeBrackets}[，,]?(?:日常工作)?(?:设在|设于|挂靠在?|设(?=[省市县区州镇乡党]))([^，。；、（）()\\s]{2,30})`,
)
const directed: readonly RegExp[] = [
  /(?:由|[，。；）)])\s?([^，。；、由）)]{2,20}?)(?:同志)?(?:(?:兼任|担任|兼)[^，。；、副由]{0,14}?|任(?:领导小组)?)办公室主任/,
  /办公室主\s?任(?:由|[:：])\s?([^，。；\n]{2,40}?)(?:同志)?(?:兼任|担任|[，。；\n]|$)/,
  /(?<!副)主\s?任由\s?([^，。；\n]{2,40}?)(?:同志)?(?:兼任|担任)/,
]
const officeNamed =
  /([^，。；：、（）()“”\n\s]{4,50}?办公室)[，,（(]\s?(?:以下)?简称[:：]?\s?[“"「]?([^”"」）)，。]{2,20})/
const seatedShort = new RegExp(`${seated.source}[（(，,]\\s?(?:以下)?简称[:：]?\\s?[“"「]?([^”"」）)，。]{2,20})`)

/** 领导小组办公室 of a name that stands before 设在: the office has it, if it says more than 办公室. */
const ownName = (text: string, span: Span): Span | undefined => {
  const words = text.slice(span.start, span.end)
  const lead = /^.{0,16}?(?:下设|设立|设(?!在|于))/.exec(words)?.[0].length ?? 0
  return words.slice(lead) === '办公室' ? undefined : { start: span.start + lead, end: span.end }
}

function officeOf(context: Context): OrganOffice | null {
  const { text } = context
  const seat = first(context, seated)
  const director = directed.map((form) => first(context, form)).find((one) => one !== undefined)
  const [behindSeat] = matches(text, whole(context), seatedShort)
  const titled = behindSeat ? undefined : [...matches(text, whole(context), officeNamed)][0]
  const before = behindSeat && first(context, /(?:^|[，。；：\n])([^，。；：（）()\s]{2,40}?办公室)(?=设在|设于|挂靠)/)
  const name = before ?? titled?.group(1)
  const shortName = behindSeat?.group(2) ?? titled?.group(2)
  if (!seat && !director && !name) return null
  return {
    name: asPlaced(context, name && ownName(text, name)),
    shortName: asPlaced(context, shortName, 0.95),
    seat: asPlaced(context, seat),
    director: asPlaced(context, personOf(context, director)),
  }
}

const heads = '(?:等?(?:单位|部门)?的?(?:主要|分管|相关|有关)?(?:领导|负责同志|负责人)(?:同志)?)'
const composed = new RegExp(
  `成\\s?员(?:单位)?(?:由|包括|为|[:：])\\s?([^。\\n]{4,600}?)(?:${heads}(?:组成|担任|为成员)|组成)`,
)
const joined = new RegExp(`[，；：]([^，。；：\\n]{4,400}?)${heads}(?:为|任|担任)成员`)
const listed = new RegExp(`[成委]\\s?员(?:单位)?\\s?[:：]\\s?([^。\\n]{4,600}?)${heads}?(?=[。；\\n])`)

/** 成员由…、…主要领导组成, 成员：…主要负责人: bodies whose heads are members by office. */
function membersOf(context: Context): readonly Placed[] {
  const { text } = context
  const pieces = (span: Span | undefined) => (span ? split(text, span, '、，；;,') : [])
  const found = pieces(first(context, composed) ?? first(context, joined))
  const list = found.length > 0 ? found : pieces(first(context, listed))
  const bodies = list.filter(({ start, end }) => isOrgan(text.slice(start, end)))
  const named = found.length > 0 || (list.length > 1 && bodies.length > list.length * 0.6)
  return named ? list.map((piece) => placed(text, piece, 0.95)) : []
}

/** The title says 成立某领导小组 shorter than the letter: the longer of two names that end alike is the name. */
function fullest(context: Context, name: Span | undefined): Span | undefined {
  const words = name && context.text.slice(name.start, name.end)
  if (!words) return name
  for (const { group } of matches(context.text, whole(context), founded)) {
    const other = context.text.slice(group(1).start, group(1).end)
    if (other.length > words.length && other.endsWith(words)) return trimmed(context.text, group(1))
  }
  return name
}

/** Bodies that the notice founds or describes, with posts and offices. */
export function findOrgans(context: Context): readonly Organ[] {
  const { text } = context
  const name =
    fullest(context, first(context, founded)) ??
    first(context, new RegExp(`关于(?:成立|调整)([^，。\\s]{2,40}?${kinds})`)) ??
    first(context, introduced) ??
    first(context, served)
  if (!name) return []
  const letter = partSpan(context, context.letter)
  const shortName = first(context, new RegExp(`${kinds}\\s?${short}`))
  return [
    {
      name: placed(text, name, name.end <= letter.end ? 0.95 : 0.8),
      shortName: asPlaced(context, shortName),
      parent: parentOf(context),
      office: officeOf(context),
      posts: postsOf(context),
      members: membersOf(context),
    },
  ]
}
