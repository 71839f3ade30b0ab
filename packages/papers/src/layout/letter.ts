import { fits } from '../paper/first-page.ts'
import { formOf, type Letter } from '../paper/model.ts'
import { plain } from '../paper/text.ts'
import { joinStretches } from './blocks.ts'
import type { Box } from './box.ts'
import { attendanceLines } from './closing.ts'
import { imprintBoxes } from './imprint.ts'
import { doubleRule, letterhead } from './letterhead.ts'
import { linePitch, millimetres, paper as sheet } from './measures.ts'
import type { SetPaper } from './model.ts'
import { isImprintBehind, setPages } from './pages.ts'
import { finished, mainStretches, type SetOptions } from './report.ts'
import { newSetting, type Setting } from './setting.ts'

/** What stands between the body and the attachments besides the 附件说明: a signature, or who was there. */
function closingOf(letter: Letter): ((setting: Setting) => Box[]) | undefined {
  const form = formOf(letter.kind)
  if (form === 'briefing') return () => []
  return form === 'minutes' ? (setting) => attendanceLines(letter.attendance ?? { present: [] }, setting) : undefined
}

/** Text and 版记 of a letter before they stand on pages. */
function partsOf(letter: Letter, setting: Setting) {
  const form = formOf(letter.kind)
  const moved = !fits(letter)
  const text = moved ? { ...letter, addressees: [] } : letter
  const head = { landscape: false, boxes: letterhead(letter, setting) }
  const main = mainStretches(text, { before: 2 * linePitch, closing: closingOf(letter) }, setting)
  const own = { organ: letter.letterhead.organs[0] ?? '', on: letter.signature.on }
  const imprint = imprintBoxes(
    letter.imprint ?? (moved ? own : undefined),
    { addressees: moved ? letter.addressees : [], plain: form === 'letter' },
    setting,
  )
  return { stretches: joinStretches([head, ...main]), imprint }
}

/** Whether the 版记 stands on a page of its own: it has its place at the foot of an even one (7.4). Of no use for a 信函. */
export const isImprintApart = (letter: Letter): boolean => {
  const { stretches, imprint } = partsOf(letter, newSetting())
  return isImprintBehind(stretches, imprint)
}

/** What of the first page's body text stands on it, as far as it is set. */
const bodyOnFirstPage = (letter: Letter, text: string): string => {
  const { pages } = setLetter(letter)
  const byPart = new Map<number | undefined, string[]>()
  for (const [at, { items }] of pages.entries())
    for (const item of items) {
      if (item.kind !== 'text') continue
      const said = byPart.get(item.part) ?? ['', '']
      said[Math.min(at, 1)] += item.text
      byPart.set(item.part, said)
    }
  const [first = ''] = [...byPart.values()].find((said) => said.join('') === text) ?? []
  return first
}

/**
 * How a body of one paragraph goes over to the second page for the signature's sake, where office programs would take all of it there
 * (7.3.3 wants text on the first page, 7.3.5.5 none without on the last): `itself`, being too long for the first, or after so many characters.
 */
export const turnOfBody = (letter: Letter): 'itself' | number | undefined => {
  const { body, attachments = [], ...paper } = letter
  const [only, ...more] = body
  const signed = ['document', 'letter'].includes(formOf(letter.kind))
  if (only?.kind !== 'paragraph' || more.length > 0 || attachments.length > 0 || !signed) return undefined
  const text = plain(only.text)
  const held = bodyOnFirstPage(letter, text)
  if (held === text || held === '') return undefined
  const free = bodyOnFirstPage({ ...paper, body, attachments: [{ name: '附件' }] }, text)
  return free === text ? held.length : 'itself'
}

/**
 * A red-headed paper on the pages of GB/T 9704-2012: 函 as 信函, 纪要 and 简报 in the forms of their own. Check it first with
 * `checkLetter`: this sets what it is given, and throws a RangeError only for a day that is none.
 */
export function setLetter(letter: Letter, { advance, watermark }: SetOptions = {}): SetPaper {
  const setting = newSetting(advance)
  const { stretches, imprint } = partsOf(letter, setting)
  const first =
    formOf(letter.kind) === 'letter' ? { items: doubleRule(sheet.height - millimetres(20), false) } : undefined
  const pages = setPages(stretches, { mark: letter.mark, imprint, first }, setting)
  return finished(letter, pages, watermark, setting)
}
