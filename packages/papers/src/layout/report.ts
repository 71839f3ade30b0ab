import type { Attachment, Report } from '../paper/model.ts'
import { titleText } from '../paper/title.ts'
import { blockStretches, joinStretches, type Stretch } from './blocks.ts'
import { type Box, space, withFirst } from './box.ts'
import { attachmentNote, noteLines, signatureBlock } from './closing.ts'
import { linePitch, size, turned, typeArea } from './measures.ts'
import type { Advance, SetPaper } from './model.ts'
import { setAddressees, setTitle } from './opening.ts'
import { setPages } from './pages.ts'
import { pieces, setParagraph } from './paragraph.ts'
import { addPart, newSetting, type Setting } from './setting.ts'
import { withWatermark } from './watermark.ts'

const portrait = (boxes: readonly Box[]): Stretch => ({ landscape: false, boxes })

/** Bound attachments (7.3.7): each on a new page, 附件 and number flush on line 1, the title centred on line 3. */
function attachmentStretches(attachments: readonly Attachment[], setting: Setting): Stretch[] {
  return attachments.flatMap(({ name, body }, index) => {
    if (!body) return []
    const landscape = body[0]?.kind === 'table' && body[0].wide === true
    const width = landscape ? turned.width : typeArea.width
    const label = setParagraph(
      pieces(`附件${attachments.length > 1 ? index + 1 : ''}`, { face: 'strong', size: size.third }),
      { width, pitch: linePitch, keepNext: true, whole: true, part: addPart(setting, 'P') },
      setting,
    )
    const title = setTitle(name, { width, before: landscape ? 0 : linePitch }, setting)
    const head = [...withFirst(label, { fresh: true }), ...title, ...(landscape ? [] : [space(linePitch, true)])]
    const [first, ...rest] = blockStretches(body, setting)
    if (first && first.landscape !== landscape) return [{ landscape, boxes: head }, first, ...rest]
    return [{ landscape, boxes: [...head, ...(first?.boxes ?? [])] }, ...rest]
  })
}

/** Title to bound attachments: what red-headed papers and plain reports have alike. */
export function mainStretches(
  paper: Report,
  { before, closing }: { before: number; closing: ((setting: Setting) => Box[]) | undefined },
  setting: Setting,
): Stretch[] {
  const { attachments = [], addressees = [] } = paper
  const title = setTitle(paper.title, { before }, setting)
  const opening = [
    ...title,
    ...(addressees.length === 0 ? [space(linePitch, true)] : []),
    ...setAddressees(addressees, setting),
  ]
  const { signature } = paper
  const signed = closing ?? (signature && ((own: Setting) => signatureBlock(signature, own)))
  const body = blockStretches(paper.body, setting, attachments.length === 0 && signed !== undefined)
  const end = portrait([
    ...attachmentNote(attachments, setting),
    ...(signed?.(setting) ?? []),
    ...noteLines(paper, setting),
  ])
  return [portrait(opening), ...body, end, ...attachmentStretches(attachments, setting)]
}

export interface SetOptions {
  /** Widths of the characters of the faces that the paper is drawn with. */
  readonly advance?: Advance
  /** Behind every page: name, unit and time of whoever had it made. */
  readonly watermark?: string | undefined
}

/** Pages with what they say of themselves. */
export function finished(
  paper: Pick<Report, 'title' | 'signature'>,
  pages: SetPaper['pages'],
  watermark: string | undefined,
  setting: Setting,
): SetPaper {
  const { title, signature } = paper
  const organ = signature?.organs.join('、') ?? ''
  const set: SetPaper = { pages, parts: setting.parts, title: titleText(title), organ, on: signature?.on }
  return watermark === undefined ? set : withWatermark(set, watermark, setting)
}

/** A paper without red head on the pages of GB/T 9704-2012. Check it first with `checkReport`. */
export function setReport(paper: Report, { advance, watermark }: SetOptions = {}): SetPaper {
  const setting = newSetting(advance)
  const stretches = joinStretches(mainStretches(paper, { before: 0, closing: undefined }, setting))
  return finished(paper, setPages(stretches, { mark: paper.mark }, setting), watermark, setting)
}
