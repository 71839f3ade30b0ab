import { signatureGaps } from '../docx/closing.ts'
import { sayDay } from '../paper/dates.ts'
import type { Attachment, Attendance, Report, Signature } from '../paper/model.ts'
import { widthOf } from '../paper/text.ts'
import { prose } from './blocks.ts'
import type { Box } from './box.ts'
import { character, firstIndent, linePitch, size, typeArea } from './measures.ts'
import type { Style } from './model.ts'
import { pieces, setParagraph, setRow } from './paragraph.ts'
import { addPart, type Setting } from './setting.ts'

const body: Style = { face: 'body', size: size.third }
const { width } = typeArea

/** Lines whose text begins at `name`, with labels before its first line. */
function labelled(
  labels: readonly { text: string; at: number; style?: Style }[],
  text: string,
  { name, before, keepNext }: { name: number; before: number; keepNext: boolean },
  setting: Setting,
): Box[] {
  const part = addPart(setting, 'P')
  const head = setRow(
    labels.map(({ text: label, at, style = body }) => ({ text: pieces(label, style), at, part })),
    { pitch: linePitch },
    setting,
  )
  const form = { width, pitch: linePitch, first: name, left: name, before, keepNext, whole: keepNext, part }
  const lines = setParagraph(pieces(text, body), form, setting)
  return lines.map((box, index) => (index === 0 ? { ...box, items: [...head.items, ...box.items] } : box))
}

/** 附件说明: one line below the body; names wrap under the first character of the name (7.3.4). */
export function attachmentNote(attachments: readonly Attachment[], setting: Setting): Box[] {
  const label = firstIndent + 3 * character
  const several = attachments.length > 1
  const name = several ? label + (attachments.length > 9 ? 1.75 : 1.25) * character : label
  return attachments.flatMap((attachment, index) =>
    labelled(
      [
        ...(index === 0 ? [{ text: '附件：', at: firstIndent }] : []),
        ...(several ? [{ text: `${index + 1}.`, at: label }] : []),
      ],
      attachment.name,
      { name, before: index === 0 ? linePitch : 0, keepNext: index === attachments.length - 1 },
      setting,
    ),
  )
}

/** 署名 and 成文日期 (7.3.5). Where a seal comes, two lines stay free for its upper half. */
export function signatureBlock({ organs, on, sealed }: Signature, setting: Setting): Box[] {
  const date = sayDay(on)
  const widest = Math.max(...organs.map(widthOf))
  const gaps = signatureGaps(widest, widthOf(date), sealed)
  const line = (text: string, right: number, before: number, keepNext: boolean) =>
    setParagraph(
      pieces(text, body),
      {
        width,
        pitch: linePitch,
        align: 'right',
        right: right * character,
        before,
        keepNext,
        part: addPart(setting, 'P'),
      },
      setting,
    )
  return [
    ...organs.flatMap((organ, index) =>
      line(
        organ,
        gaps.organ + (sealed ? (widest - widthOf(organ)) / 2 : 0),
        index === 0 ? (sealed ? 2 : 1) * linePitch : 0,
        true,
      ),
    ),
    ...line(date, gaps.date, 0, false),
  ]
}

/** 附注: indented two 字, in brackets (7.3.6). */
export const noteLines = ({ note, contact }: Report, setting: Setting): Box[] =>
  [note, contact && `联系人：${contact.name}，联系电话：${contact.phone}`]
    .filter((text) => text !== undefined)
    .flatMap((text) => prose(`（${text}）`, false, setting))

/** Who was there, under the text of minutes: labels in 黑体, names wrap behind the colon (10.3). */
export function attendanceLines({ present, absent = [], observing = [] }: Attendance, setting: Setting): Box[] {
  const lists = [
    ['出席：', present],
    ['请假：', absent],
    ['列席：', observing],
  ] as const
  return lists
    .filter(([, names]) => names.length > 0)
    .flatMap(([word, names], index) =>
      labelled(
        [{ text: word, at: firstIndent, style: { face: 'strong', size: size.third } }],
        names.join('、'),
        { name: firstIndent + 3 * character, before: index === 0 ? linePitch : 0, keepNext: false },
        setting,
      ),
    )
}
