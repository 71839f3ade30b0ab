import type { Span } from '../text/document.ts'
import type { Placed } from '../text/words.ts'
import { nameBehindTitle } from './organ-posts.ts'
import { asPlaced, firstIn, firstMatch, type Region } from './region.ts'

export interface OrganOffice {
  readonly name: Placed | null
  readonly shortName: Placed | null
  readonly seat: Placed | null
  readonly director: Placed | null
}

/** 某部部长甲某 is 甲某; a post without a name stays. */
function personOf(text: string, span: Span | undefined): Span | undefined {
  const cut = span && nameBehindTitle(text.slice(span.start, span.end))
  return span && cut !== undefined ? { start: span.start + cut, end: span.end } : span
}

const officeBrackets = '(?:[（(][^）)]{2,60}[)）])?'
const seated = new RegExp(
  `办公室${officeBrackets}[，,]?(?:日常工作)?(?:设在|设于|挂靠在?|设(?=[省市县区州镇乡党]))([^，,。；、（）()\\s]{2,30})`,
)
const directed: readonly RegExp[] = [
  /(?:由|[，,。；）)])\s?([^，,。；、由）)]{2,20}?)(?:同志)?(?:(?:兼任|担任|兼)[^，,。；、副由]{0,14}?|任(?:领导小组)?)办公室主任/,
  /办公室主\s?任(?:由|[:：])\s?([^，,。；\n]{2,40}?)(?:同志)?(?:兼任|担任|[，,。；\n]|$)/,
  /(?<!副)主\s?任由\s?([^，,。；\n]{2,40}?)(?:同志)?(?:兼任|担任)/,
]
const officeNamed =
  /([^，,。；：、（）()“”\n\s]{4,50}?办公室)[，,（(]\s?(?:以下)?简称[:：]?\s?[“"「]?([^”"」）)，,。]{2,20})/
/** Words that no name before it need be tried without. */
const officeShortened = /办公室[，,（(]\s?(?:以下)?简称/
const seatedShort = new RegExp(`${seated.source}[（(，,]\\s?(?:以下)?简称[:：]?\\s?[“"「]?([^”"」）)，,。]{2,20})`)

/** 领导小组办公室 of a name that stands before 设在: the office has it, if it says more than 办公室. */
const ownName = (text: string, span: Span): Span | undefined => {
  const words = text.slice(span.start, span.end)
  const lead = /^.{0,16}?(?:下设|设立|设(?!在|于))/.exec(words)?.[0].length ?? 0
  return words.slice(lead) === '办公室' ? undefined : { start: span.start + lead, end: span.end }
}

export function officeOf({ text, spans }: Region): OrganOffice | null {
  const first = (form: RegExp) => firstIn(text, spans, form)
  const seat = first(seated)
  const director = directed.map((form) => first(form)).find((one) => one !== undefined)
  const behindSeat = firstMatch(text, spans, seatedShort)
  const shortened = behindSeat ? [] : spans.filter(({ start, end }) => officeShortened.test(text.slice(start, end)))
  const titled = firstMatch(text, shortened, officeNamed)
  const before = behindSeat && first(/(?:^|[，,。；：\n])([^，,。；：（）()\s]{2,40}?办公室)(?=设在|设于|挂靠)/)
  const name = before ?? titled?.group(1)
  const shortName = behindSeat?.group(2) ?? titled?.group(2)
  if (!seat && !director && !name) return null
  return {
    name: asPlaced(text, name && ownName(text, name)),
    shortName: asPlaced(text, shortName, 0.95),
    seat: asPlaced(text, seat),
    director: asPlaced(text, personOf(text, director)),
  }
}
