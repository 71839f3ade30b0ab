import { titleLines } from '../paper/title.ts'
import type { Box } from './box.ts'
import { linePitch, size, typeArea } from './measures.ts'
import { pieces, setParagraph } from './paragraph.ts'
import { addPart, type Setting } from './setting.ts'

/** 标题: 2号小标宋, centred, its lines broken between words (7.3.1). */
export function setTitle(
  title: string | readonly string[],
  { width = typeArea.width, before = 0 }: { width?: number; before?: number },
  setting: Setting,
): Box[] {
  const part = addPart(setting, 'H1')
  return setParagraph(
    pieces(titleLines(title).join('\n'), { face: 'title', size: size.second }),
    { width, pitch: linePitch, align: 'center', before, keepNext: true, whole: true, part },
    setting,
  )
}

/** 主送机关: one line below the title, flush left, full-width colon (7.3.2). */
export const setAddressees = (addressees: readonly string[], setting: Setting): Box[] =>
  addressees.length === 0
    ? []
    : setParagraph(
        pieces(`${addressees.join('，')}：`, { face: 'body', size: size.third }),
        { width: typeArea.width, pitch: linePitch, align: 'both', before: linePitch, part: addPart(setting, 'P') },
        setting,
      )
