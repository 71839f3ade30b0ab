import { sayDay } from '../paper/dates.ts'
import type { Imprint } from '../paper/model.ts'
import type { Box } from './box.ts'
import { millimetres, size, smallCharacter, typeArea } from './measures.ts'
import type { Style } from './model.ts'
import { pieces, setParagraph, setRow, widthOfPieces } from './paragraph.ts'
import { addPart, type Setting } from './setting.ts'

const text: Style = { face: 'body', size: size.fourth }
const pitch = 23
const { width } = typeArea

const rule = (mm: number): Box => ({
  before: 0,
  height: millimetres(mm),
  items: [{ kind: 'rule', x: 0, y: 0, width, height: millimetres(mm) }],
  keepNext: true,
})

function sent(word: '主送' | '抄送', organs: readonly string[], setting: Setting): Box[] {
  const part = addPart(setting, 'P')
  const left = 4 * smallCharacter
  const label = setRow([{ text: pieces(`${word}：`, text), at: smallCharacter, part }], { pitch }, setting)
  const names = setParagraph(
    pieces(`${organs.join('，')}。`, text),
    { width, pitch, align: 'both', first: left, left, right: smallCharacter, keepNext: true, whole: true, part },
    setting,
  )
  return names.map((box, index) => (index === 0 ? { ...box, items: [...label.items, ...box.items] } : box))
}

/** 版记 (7.4): 抄送, then 印发机关 and 印发日期, between rules of 0.35, 0.25 and 0.35 mm; a 信函 has neither rules nor 印发. */
export function imprintBoxes(
  imprint: (Omit<Imprint, 'on'> & { readonly on?: string | undefined }) | undefined,
  { addressees, plain }: { readonly addressees: readonly string[]; readonly plain: boolean },
  setting: Setting,
): Box[] {
  if (!imprint) return []
  const { copies = [], organ, on } = imprint
  const lists = [
    ...(addressees.length === 0 ? [] : sent('主送', addressees, setting)),
    ...(copies.length === 0 ? [] : sent('抄送', copies, setting)),
  ]
  if (plain) return lists
  const day = pieces(`${sayDay(on)}印发`, text)
  const dayWidth = widthOfPieces(day, setting)
  const names = setParagraph(
    pieces(organ, text),
    {
      width,
      pitch,
      first: smallCharacter,
      left: smallCharacter,
      right: dayWidth + 2 * smallCharacter,
      keepNext: true,
      whole: true,
      part: addPart(setting, 'P'),
    },
    setting,
  )
  const printed = setRow(
    [{ text: day, at: width - smallCharacter, ends: true, part: addPart(setting, 'P') }],
    { pitch },
    setting,
  )
  const end = names.length - 1
  const row = names.map((box, index) => (index === end ? { ...box, items: [...box.items, ...printed.items] } : box))
  return [rule(0.35), ...(lists.length === 0 ? [] : [...lists, rule(0.25)]), ...row, rule(0.35)]
}
