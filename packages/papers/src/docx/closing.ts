import { AlignmentType, type FileChild, Paragraph, TabStopType } from 'docx'
import { sayDay } from '../paper/dates.ts'
import type { Attachment, Report, Signature } from '../paper/model.ts'
import { widthOf } from '../paper/text.ts'
import { type Faces, run, size } from './faces.ts'
import { character, firstLine, linePitch } from './page.ts'
import { runs } from './runs.ts'

/** 附件说明: one line below the body; names wrap under the first character of the name (7.3.4). */
export function attachmentNote(attachments: readonly Attachment[], faces: Faces): FileChild[] {
  const body = run(faces.body, size.third)
  const label = firstLine.firstLine + 3 * character
  const several = attachments.length > 1
  const name = several ? label + Math.round((attachments.length > 9 ? 1.75 : 1.25) * character) : label
  return attachments.map(
    (attachment, index) =>
      new Paragraph({
        spacing: { before: index === 0 ? linePitch : 0 },
        indent: { left: name, hanging: name - (index === 0 ? firstLine.firstLine : label) },
        tabStops: [{ type: TabStopType.LEFT, position: name }],
        keepNext: index === attachments.length - 1,
        children: runs(`${index === 0 ? '附件：' : ''}${several ? `${index + 1}.\t` : ''}${attachment.name}`, body),
      }),
  )
}

const rightLine = (text: string, right: number, faces: Faces, before: number, keepNext: boolean): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: { before },
    indent: { right: Math.round(right * character) },
    keepNext,
    children: runs(text, run(faces.body, size.third)),
  })

/** Free 字 right of the organ's name and of the date (7.3.5.1 sealed, 7.3.5.2 without seal). */
export function signatureGaps(organ: number, date: number, sealed: boolean): { organ: number; date: number } {
  if (sealed) {
    const centred = 4 + (date - organ) / 2
    return centred >= 0 ? { organ: centred, date: 4 } : { organ: 0, date: (organ - date) / 2 }
  }
  const beneath = 2 + organ - (date + 2)
  if (beneath < 2) return { organ: 4 + date - organ, date: 2 }
  // A name as long as the line takes the room that it needs, and the date stays on one line.
  return { organ: Math.max(0, Math.min(2, 28 - organ)), date: Math.min(beneath, 28 - date - 2.5) }
}

/** 署名 and 成文日期. Where a seal comes, two lines stay free for its upper half. */
export function signatureBlock({ organs, on, sealed }: Signature, faces: Faces): FileChild[] {
  const date = sayDay(on)
  const widest = Math.max(...organs.map(widthOf))
  const gaps = signatureGaps(widest, widthOf(date), sealed)
  return [
    ...organs.map((organ, index) =>
      rightLine(
        organ,
        gaps.organ + (sealed ? (widest - widthOf(organ)) / 2 : 0),
        faces,
        index === 0 ? (sealed ? 2 : 1) * linePitch : 0,
        true,
      ),
    ),
    rightLine(date, gaps.date, faces, 0, false),
  ]
}

/** 附注: indented two 字, in brackets (7.3.6). */
export function noteLines({ note, contact }: Report, faces: Faces): FileChild[] {
  const texts = [note, contact && `联系人：${contact.name}，联系电话：${contact.phone}`]
  return texts
    .filter((text) => text !== undefined)
    .map((text) => new Paragraph({ indent: firstLine, children: runs(`（${text}）`, run(faces.body, size.third)) }))
}
