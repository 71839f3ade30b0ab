import type { Context } from '../text/context.ts'
import { partSpan } from '../text/context.ts'
import type { Span } from '../text/document.ts'
import { isOrgan } from '../text/organs.ts'
import { matches, type Placed, placed, split, trimmed } from '../text/words.ts'
import { type OrganOffice, officeOf } from './organ-office.ts'
import { type OrganPost, postsOf } from './organ-posts.ts'
import { type BodyRegion, bodyKinds, bodyRegions, outside } from './organ-regions.ts'
import { asPlaced, firstIn, inSpans, type Region } from './region.ts'

export interface Organ {
  readonly name: Placed
  readonly shortName: Placed | null
  readonly parent: Placed | null
  readonly office: OrganOffice | null
  readonly posts: readonly OrganPost[]
  readonly members: readonly Placed[]
}

const founded = new RegExp(
  `(?:成立|设立|组建|调整)了?(?:以.{2,30}为组长的)?([^，,。；：“”\\s]{2,40}?${bodyKinds})(?!办公室)`,
)
/** 成立某委员会和某专班: the second body of one sentence. */
const foundedToo = new RegExp(
  `(?:成立|设立|组建)[^，,。；：“”\\s]{2,40}?${bodyKinds}(?:和|及|与|、|以及)([^，,。；：“”\\s]{2,40}?${bodyKinds})(?!办公室)`,
)
const short = '[（(]\\s?(?:以下)?(?:统一)?简称[:：]?\\s?[“"「]?([^”"」）)]{2,20})[”"」]?\\s?[)）]'

/** 由市绩效考核工作领导小组（以下简称…）: a group that the text introduces without founding it. */
const introduced = new RegExp(
  `(?:由|在|对|将|，|。|\\n)([^，,。；：由在将“”（）()\\s]{1,40}?${bodyKinds})[（(]\\s?(?:以下)?简称`,
)

/** 市考核委员会办公室设在…: a group that is known only by its office. */
const served = new RegExp(
  `(?:^|[，,。；：\\s])([^，,。；：由在将“”（）()\\s]{1,40}?${bodyKinds})(?=办公室(?:[（(][^）)]{2,60}[)）])?[，,]?(?:设在|设于|挂靠))`,
)

/** 是自贸区党工委、管委会会议事协调机构: a doubled character belongs to the slip, not to the name. */
function parentOf({ text, spans }: Region): Placed | null {
  const first = (form: RegExp) => firstIn(text, spans, form)
  const direct =
    first(/[，,](?:直接)?(?:受|在)([^，,。；]{2,30}?)(?:的)?(?:直接)?领导(?:下)?[，,。]/) ??
    first(/(?:领导小组|委员会|指挥部)(?:直接)?在([^，,。；]{2,30}?)的?(?:统一|直接)?领导下/)
  const body = first(/是([^，,。；]{2,30}?)的?(?:议事|综合)协调机构/)
  if (!body) return asPlaced(text, direct)
  const doubled = /(.)\1$/.test(text.slice(body.start, body.end))
  return asPlaced(text, doubled ? { start: body.start, end: body.end - 1 } : body)
}

const heads = '(?:等?(?:单位|部门)?的?(?:主要|分管|相关|有关)?(?:领导|负责同志|负责人)(?:同志)?)'
const composed = new RegExp(
  `成\\s?员(?:单位)?(?:由|包括|为|[:：])\\s?([^。\\n]{4,600}?)(?:${heads}(?:组成|担任|为成员)|组成)`,
)
const joined = new RegExp(`[，,；：]([^，,。；：\\n]{4,400}?)${heads}(?:为|任|担任)成员`)
const listed = new RegExp(`[成委]\\s?员(?:单位)?\\s?[:：]\\s?([^。\\n]{4,600}?)${heads}?(?=[。；\\n])`)

/** 成员由…、…主要领导组成, 成员：…主要负责人: bodies whose heads are members by office. */
function membersOf({ text, spans }: Region): readonly Placed[] {
  const first = (form: RegExp) => firstIn(text, spans, form)
  const pieces = (span: Span | undefined) => (span ? split(text, span, '、，；;,') : [])
  const found = pieces(first(composed) ?? first(joined))
  const list = found.length > 0 ? found : pieces(first(listed))
  const bodies = list.filter(({ start, end }) => isOrgan(text.slice(start, end)))
  const named = found.length > 0 || (list.length > 1 && bodies.length > list.length * 0.6)
  return named ? list.map((piece) => placed(text, piece, 0.95)) : []
}

/** The title says 成立某领导小组 shorter than the letter: the longer of two names that end alike is the name. */
function fullest({ text }: Context, name: Span | undefined): Span | undefined {
  const words = name && text.slice(name.start, name.end)
  if (!words) return name
  for (const { group } of matches(text, { start: 0, end: text.length }, founded)) {
    const other = text.slice(group(1).start, group(1).end)
    if (other.length > words.length && other.endsWith(words)) return trimmed(text, group(1))
  }
  return name
}

/** The body that the notice is about, by the words that found it or bring it in. */
function mainName(context: Context): Span | undefined {
  const { text } = context
  const first = (form: RegExp) => firstIn(text, [{ start: 0, end: text.length }], form)
  return (
    fullest(context, first(founded)) ??
    first(new RegExp(`关于(?:成立|调整)([^，,。\\s]{2,40}?${bodyKinds})`)) ??
    first(introduced) ??
    first(served)
  )
}

const shortened = new RegExp(`${bodyKinds}\\s?${short}`)

/** 由甲局牵头，乙局、丙局参加: the bodies of a working group that no list names. */
const ledAndJoined = /由([^，,。；]{2,40}?)牵头(?:负责)?(?:[，,](?:会同)?([^，,。；]{2,120}?)(?:参加|参与|配合))?/

function partners({ text, spans }: Region): readonly Placed[] {
  const [found] = inSpans(text, spans, ledAndJoined)
  if (!found) return []
  return [1, 2]
    .filter((at) => found.groups[at])
    .flatMap((at) => split(text, found.group(at), '、，'))
    .map((piece) => placed(text, piece, 0.85))
}

function organOf(context: Context, region: Region, name: Placed): Organ {
  return {
    name,
    shortName: asPlaced(context.text, firstIn(context.text, region.spans, shortened)),
    parent: parentOf(region),
    office: officeOf(region),
    posts: postsOf(context, region.spans),
    members: membersOf(region),
  }
}

/** A working group belongs to the body that the notice founds unless its own words found it. */
function groupOf(context: Context, region: BodyRegion, above: Placed | undefined, own: boolean): Organ {
  const organ = organOf(context, region, placed(context.text, region.name, 0.88))
  return {
    ...organ,
    parent: organ.parent ?? (own ? null : ((above && { ...above, confidence: 0.7 }) ?? null)),
    members: organ.members.length > 0 ? organ.members : partners(region),
  }
}

/** Bodies that the notice founds or describes, with posts and offices: the first is the one it is about. */
export function findOrgans(context: Context): readonly Organ[] {
  const { text } = context
  const name = mainName(context)
  const headed = bodyRegions(context)
  const words = (span: Span) => text.slice(span.start, span.end)
  const isMain = (region: BodyRegion) =>
    name !== undefined && (words(name).endsWith(words(region.name)) || words(region.name).endsWith(words(name)))
  const others = headed.filter((region) => !isMain(region))
  if (!name) return others.length > 1 ? others.map((region) => groupOf(context, region, undefined, true)) : []
  const letter = partSpan(context, context.letter)
  const main = placed(text, name, name.end <= letter.end ? 0.95 : 0.8)
  const second = firstIn(text, [{ start: 0, end: text.length }], foundedToo)
  const isSecond = (region: BodyRegion) => second !== undefined && words(second).endsWith(words(region.name))
  const unheaded = second && !others.some(isSecond) && words(second) !== main.value ? [second] : []
  return [
    organOf(context, { text, spans: outside(text, others) }, main),
    ...unheaded.map((span) => organOf(context, { text, spans: [span] }, placed(text, span, 0.85))),
    ...others.map((region) => groupOf(context, region, main, isSecond(region))),
  ]
}
