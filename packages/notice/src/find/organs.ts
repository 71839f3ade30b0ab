import type { Context } from '../text/context.ts'
import { partSpan } from '../text/context.ts'
import type { Span } from '../text/document.ts'
import { matches, type Placed, placed, split, trimmed } from '../text/words.ts'

export interface OrganPost {
  readonly post: Placed
  readonly person: Placed | null
  readonly title: Placed | null
}

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
const introduced = new RegExp(`(?:由|在|对|，|。|\\n)([^，。；：由在“”（）()\\s]{4,40}?${kinds})[（(]\\s?(?:以下)?简称`)

const whole = ({ text }: Context): Span => ({ start: 0, end: text.length })

const first = (context: Context, pattern: RegExp, group = 1): Span | undefined => {
  for (const found of matches(context.text, whole(context), pattern)) return trimmed(context.text, found.group(group))
  return undefined
}

const asPlaced = (context: Context, span: Span | undefined, confidence = 0.93): Placed | null =>
  span && span.end > span.start ? placed(context.text, span, confidence) : null

/** 是自贸区党工委、管委会会议事协调机构: a doubled character belongs to the slip, not to the name. */
function parentOf(context: Context): Placed | null {
  const direct = first(context, /[，,](?:直接)?(?:受|在)([^，。；]{2,30}?)(?:的)?(?:直接)?领导(?:下)?[，。]/)
  const body = first(context, /是([^，。；]{2,30}?)的?(?:议事|综合)协调机构/)
  if (!body) return asPlaced(context, direct)
  const doubled = /(.)\1$/.test(context.text.slice(body.start, body.end))
  return asPlaced(context, doubled ? { start: body.start, end: body.end - 1 } : body)
}

function officeOf(context: Context): OrganOffice | null {
  const { text } = context
  const seat = first(
    context,
    /办公室(?:[（(][^）)]{2,60}[)）])?[，,]?(?:日常工作)?(?:设在|设于|挂靠在?|设(?=[省市县区州镇乡党]))([^，。；、）)\s]{2,30})/,
  )
  const director =
    first(
      context,
      /(?:由|[，。；])\s?([^，。；、由]{2,20}?)(?:同志)?(?:(?:兼任|担任|兼)[^，。；、副由]{0,14}?|任(?:领导小组)?)办公室主任/,
    ) ??
    first(context, /办公室主\s?任(?:由|[:：])\s?([^，。；\n]{2,40}?)(?:同志)?(?:兼任|担任|[，。；\n]|$)/) ??
    first(context, /(?<!副)主\s?任由\s?([^，。；\n]{2,40}?)(?:同志)?(?:兼任|担任)/)
  const titled = [
    ...matches(
      text,
      whole(context),
      /([^，。；：、（）()“”\n\s]{4,50}?办公室)[，,（(]\s?(?:以下)?简称[:：]?\s?[“"「]?([^”"」）)，。]{2,20})/,
    ),
  ][0]
  const name = titled ? titled.group(1) : undefined
  const lead = name ? (/^.{0,16}?(?:下设|设立|设)/.exec(text.slice(name.start, name.end))?.[0].length ?? 0) : 0
  const ownName =
    name && text.slice(name.start + lead, name.end) !== '办公室'
      ? { start: name.start + lead, end: name.end }
      : undefined
  if (!seat && !director && !name) return null
  return {
    name: asPlaced(context, ownName),
    shortName: titled ? placed(text, titled.group(2), 0.95) : null,
    seat: asPlaced(context, seat),
    director: asPlaced(context, director),
  }
}

const postLine =
  /^((?:常务|第一)?副?\s?(?:组|主任?委?|指挥|总指挥)\s?(?:长|员|任)|第[一二]组长|副?总?指挥长?|成\s?员|委\s?员|副\s?组\s?长|组\s?长)\s?[:：]\s*(.*)$/

const personForm =
  /^([\u4e00-\u9fa5·]{2,4}|[\u4e00-\u9fa5](?:\s[\u4e00-\u9fa5]){1,2})(?:\s*[\t ]\s*|[（(，,])(.{2,60}?)[)）]?$/

/** A person with a title in the rest of a line that starts at `at`. */
function personIn(text: string, span: Span): { readonly person: Placed; readonly title: Placed | null } | undefined {
  const inner = trimmed(text, span, '；;，。')
  const words = text.slice(inner.start, inner.end)
  const found = personForm.exec(words)
  if (found) {
    const titleAt = inner.start + words.indexOf(found[2] ?? '', (found[1] ?? '').length)
    return {
      person: placed(text, { start: inner.start, end: inner.start + (found[1] ?? '').length }),
      title: placed(text, { start: titleAt, end: titleAt + (found[2] ?? '').length }),
    }
  }
  return /^[\u4e00-\u9fa5]{2,3}$/.test(words) ? { person: placed(text, inner), title: null } : undefined
}

const cleaned = (label: string): string => label.replace(/\s/g, '')

/** Lines 组长：… and the unlabelled ones under them. */
function postsOf({ text, lines }: Context): readonly OrganPost[] {
  const posts: OrganPost[] = []
  let open: Placed | undefined
  for (const line of lines) {
    const found = postLine.exec(line.text)
    const span = found ? { start: line.end - (found[2] ?? '').length, end: line.end } : line
    if (found)
      open = {
        value: cleaned(found[1] ?? ''),
        at: { start: line.start, end: line.start + (found[1] ?? '').length },
        confidence: 0.97,
      }
    else if (!open || line.text === '') {
      if (line.text === '' && posts.length === 0) open = undefined
      continue
    }
    const several = split(text, span, '、，；').length > 1 && !/[（(\t ]/.test(text.slice(span.start, span.end).trim())
    const people = several ? split(text, span, '、，；').map((piece) => personIn(text, piece)) : [personIn(text, span)]
    const known = people.filter((one) => one !== undefined)
    if (known.length === 0 && !found) open = undefined
    if (open) for (const one of known) posts.push({ post: open, ...one })
  }
  return posts
}

/** 成员由…、…主要领导组成: bodies whose heads are members by office. */
function membersOf(context: Context): readonly Placed[] {
  const span = first(
    context,
    /成员(?:单位)?(?:由|包括|[:：])([^。\n]{4,600}?)(?:等?(?:单位|部门)?(?:的)?(?:主要)?(?:领导|负责同志|负责人|分管领导)(?:同志)?(?:组成|担任|为成员)|组成)/,
  )
  if (!span) return []
  return split(context.text, span, '、，；;,').map((piece) => placed(context.text, piece, 0.95))
}

/** Bodies that the notice founds or describes, with posts and offices. */
export function findOrgans(context: Context): readonly Organ[] {
  const { text } = context
  const name =
    first(context, founded) ??
    first(context, new RegExp(`关于(?:成立|调整)([^，。\\s]{2,40}?${kinds})`)) ??
    first(context, introduced)
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
