import { sizeOf } from '../anatomy/words.ts'
import {
  type Assertion,
  inFile,
  inParagraph,
  type Judgement,
  notHere,
  onPage,
  pass,
  type Subject,
  unverified,
  without,
} from '../assertion.ts'
import type { RenderedLine } from '../rendered/model.ts'
import { type Figure, millimetres, say, sizes, standard, within } from '../standard.ts'

const squeezed = (text: string): string => text.replace(/[\s\u3000]+/g, '')

/** A calendar day, or nothing. */
function dayOf(text: string): number | undefined {
  const found = /^(\d{4})年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日$/.exec(text)
  if (!found) return undefined
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number]
  const time = Date.UTC(year, month - 1, day)
  return new Date(time).getUTCDate() === day ? time : undefined
}

function dated({ anatomy: { date, form } }: Subject): Judgement {
  if (form === 'plain' && !date) return notHere
  // 纪要 and briefings say their day in the head or in the text.
  if (form === 'minutes' || form === 'briefing') return notHere
  if (!date) return without([inFile('—')])
  const text = date.text.trim()
  return dayOf(text) === undefined ? without([inParagraph(date, text)]) : pass
}

/** The last place of a line in the rendering. */
function placeOf({ rendering }: Subject, text: string): { line: RenderedLine; page: number } | undefined {
  const wanted = squeezed(text)
  const pages = rendering?.pages ?? []
  for (let page = pages.length - 1; page >= 0; page--) {
    const line = pages[page]?.lines.findLast((each) => squeezed(each.text) === wanted)
    if (line) return { line, page }
  }
  return undefined
}

const wide = (line: RenderedLine): number => line.right - line.left
const middle = (line: RenderedLine): number => (line.left + line.right) / 2

/** One 字 of 3号: programs differ in the space that they put between digits and Han characters. */
const organCentre = 5.65

/**
 * Sealed: the date 4 字 from the right, the organ centred on it; an organ that is too long for that stands as far right, the date centred
 * on it.
 * Without a seal: the organ 2 字 from the right, or the date where it is the longer one (7.3.5.1, 7.3.5.2).
 */
function gaps(subject: Subject): Judgement {
  const { date, organs, form } = subject.anatomy
  if (!date || form === 'minutes' || form === 'briefing') return notHere
  if (!subject.rendering) return unverified
  const at = placeOf(subject, date.text)
  if (!at) return without([onPage(0, '—')])
  const section = subject.layout.sections[date.section]
  const edge = millimetres((section?.width ?? 0) - (section?.margin.right ?? 0))
  const right = (line: RenderedLine): number => edge - line.right
  const fits = (figure: Figure, line: RenderedLine): boolean => within(figure, right(line))
  const placed = organs.flatMap(({ text }) => placeOf(subject, text)?.line ?? [])
  const [organ, ...others] = placed.toSorted((a, b) => wide(b) - wide(a))
  const wrong = without([onPage(at.page, say(right(at.line)))])
  if (!organ) return fits(standard.sealedDateGap, at.line) || fits(standard.plainGap, at.line) ? pass : wrong
  if (fits(standard.plainGap, organ)) return pass
  const centred = Math.abs(middle(organ) - middle(at.line)) <= organCentre
  // Seals of several organs stand in rows of their own, of which the date is under the last.
  if ((centred || others.length > 0) && fits(standard.sealedDateGap, at.line)) return pass
  // A name too long for the date's place goes as far right as the type area lets it, and the date with it.
  const rightmost = right(organ) <= standard.sealedDateGap.value + standard.sealedDateGap.tolerance
  if (centred && rightmost && wide(organ) > wide(at.line)) return pass
  // A name that leaves no two 字 free on its line has to take them.
  if (wide(organ) + standard.plainGap.value > standard.typeWidth.value - standard.plainGap.tolerance) return pass
  return wide(organ) <= wide(at.line) && fits(standard.plainGap, at.line) ? pass : wrong
}

/** Between 抄送 and 印发 stands the thinner one; a paper without copies has the outer two. */
function imprintRules({ anatomy: { imprint, form } }: Subject): Judgement {
  const { copies, printed, rules } = imprint
  if (form === 'plain' || form === 'letter') return notHere
  if (!copies && !printed) return form === 'briefing' ? notHere : without([inFile('—')], 'warn')
  const at = printed ?? copies
  if (!at) return notHere
  if (rules.length === 0 && at.place === 'table') return unverified
  const expected =
    copies && printed
      ? [standard.heavyRule, standard.lightRule, standard.heavyRule]
      : [standard.heavyRule, standard.heavyRule]
  const drawn = rules.map(millimetres)
  const fits = drawn.length === expected.length && expected.every((figure, i) => within(figure, drawn[i] ?? 0))
  return fits ? pass : without([inParagraph(at, drawn.map((mm) => `${mm.toFixed(2)} mm`).join(' / ') || '—')])
}

function lastRule(subject: Subject): Judgement {
  const { imprint, form } = subject.anatomy
  if (!imprint.printed || form === 'letter') return notHere
  if (!subject.rendering) return unverified
  const place = subject.rendering.pages.findLastIndex(({ lines }) =>
    lines.some(({ text }) => /印发$/.test(text.trim())),
  )
  const rule = subject.rendering.pages[place]?.rules.filter(({ red }) => !red).at(-1)
  if (!rule) return without([onPage(Math.max(0, place), '—')])
  return within(standard.lastRule, rule.bottom) ? pass : without([onPage(place, say(rule.bottom))])
}

function copies({ anatomy: { imprint } }: Subject): Judgement {
  const line = imprint.copies
  if (!line) return notHere
  const faults = [
    line.text.trim().endsWith('。') ? undefined : line.text.trim().slice(-1),
    sizeOf(line) === sizes.small ? undefined : `${sizeOf(line) / 2} pt`,
  ]
  return without(faults.filter((found) => found !== undefined).map((found) => inParagraph(line, found)))
}

function printed({ anatomy: { imprint, date } }: Subject): Judgement {
  const line = imprint.printed
  if (!line) return notHere
  const text = /\d{4}年[\d\s]+月[\d\s]+日(?=\s*印发)/.exec(line.text)?.[0] ?? ''
  const [on, signed] = [dayOf(text), dayOf(date?.text.trim() ?? '')]
  if (on === undefined) return without([inParagraph(line, text || line.text.trim().slice(-12))])
  return signed !== undefined && on < signed ? without([inParagraph(line, `${text} < ${date?.text.trim()}`)]) : pass
}

export const closingAssertions: readonly Assertion[] = [
  { id: 33, clause: '7.3.5.4', judge: dated },
  { id: 34, clause: '7.3.5', judge: gaps },
  { id: 36, clause: '7.4.1', judge: imprintRules },
  { id: 37, clause: '7.4.1', judge: lastRule },
  { id: 38, clause: '7.4.2', judge: copies },
  { id: 39, clause: '7.4.3', judge: printed },
]
