import { type FileChild, LineRuleType, Paragraph } from 'docx'
import type { Report } from '../paper/model.ts'
import { titleText } from '../paper/title.ts'
import { attachmentStretches } from './attachments.ts'
import { blockStretches } from './blocks.ts'
import { attachmentNote, noteLines, signatureBlock } from './closing.ts'
import { packDocument } from './document.ts'
import { type Faces, usualFaces } from './faces.ts'
import { joinStretches, type Stretch } from './flow.ts'
import { addresseeParagraph, titleParagraph } from './opening.ts'
import { linePitch } from './page.ts'
import { section } from './sections.ts'

const portrait = (children: readonly FileChild[]): Stretch => ({ landscape: false, children })

/** Title to bound attachments: what red-headed papers and plain reports have alike. */
export function mainStretches(
  paper: Report,
  faces: Faces,
  beforeTitle: number,
  closing: readonly FileChild[] | undefined = paper.signature && signatureBlock(paper.signature, faces),
  turn?: 'itself' | number,
): Stretch[] {
  const { attachments = [], addressees = [] } = paper
  return [
    portrait([
      titleParagraph(paper.title, faces, { before: beforeTitle, after: addressees.length === 0 ? linePitch : 0 }),
      ...addresseeParagraph(addressees, faces),
    ]),
    ...blockStretches(paper.body, {
      faces,
      keepLast: turn === undefined && attachments.length === 0 && (closing?.length ?? 0) > 0,
      ...(typeof turn === 'number' && { turn }),
    }),
    portrait([...attachmentNote(attachments, faces), ...(closing ?? []), ...noteLines(paper, faces)]),
    ...attachmentStretches(attachments, faces),
  ]
}

/**
 * Sets the 版记 at the foot of the page on which the paper ends: its frame hangs on an all but invisible paragraph of its own, since one that
 * finds no room would draw the date, were it hung there, and the signature away from their text. One that has no room there, or an odd page,
 * stands on the `back`: a section of its own on the next even page (7.4).
 */
export function withImprint(
  stretches: readonly Stretch[],
  lines: readonly Paragraph[],
  place: 'below' | 'back',
): readonly Stretch[] {
  if (lines.length === 0) return stretches
  const anchor = new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] })
  const end = portrait([...lines, anchor])
  return place === 'back' ? [...stretches, { ...end, back: true }] : joinStretches([...stretches, end])
}

/**
 * A paper without red head, e.g. the 指标考核评分报告, as .docx to GB/T 9704-2012. Wide tables stand on landscape pages.
 * The same paper gives the same bytes. Check it first with `checkReport`: this composes what it is given, and throws a
 * RangeError only for a day that is none.
 */
export async function composeReport(
  paper: Report,
  { faces = usualFaces }: { faces?: Faces } = {},
): Promise<Uint8Array> {
  const stretches = joinStretches(mainStretches(paper, faces, 0))
  const about = {
    title: titleText(paper.title),
    organ: paper.signature?.organs.join('、') ?? '',
    on: paper.signature?.on,
  }
  return packDocument(
    stretches.map((stretch) => section(stretch, faces, paper.mark)),
    about,
    faces,
  )
}
