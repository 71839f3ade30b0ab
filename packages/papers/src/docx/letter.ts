import { type FileChild, Paragraph } from 'docx'
import { isImprintApart, turnOfBody } from '../layout/letter.ts'
import { fits } from '../paper/first-page.ts'
import { type Attendance, formOf, type Letter } from '../paper/model.ts'
import { titleText } from '../paper/title.ts'
import { packDocument } from './document.ts'
import { type Faces, run, size, usualFaces } from './faces.ts'
import { joinStretches } from './flow.ts'
import { imprintLines } from './imprint.ts'
import { letterFirstPage } from './letter-form.ts'
import { letterhead } from './letterhead.ts'
import { character, firstLine, linePitch } from './page.ts'
import { mainStretches, withImprint } from './report.ts'
import { runs } from './runs.ts'
import { section } from './sections.ts'

/** Who was there, under the text of minutes: labels in 黑体, names wrap behind the colon (10.3). */
function attendanceLines({ present, absent = [], observing = [] }: Attendance, faces: Faces): FileChild[] {
  const label = firstLine.firstLine + 3 * character
  const lists = [
    ['出席：', present],
    ['请假：', absent],
    ['列席：', observing],
  ] as const
  return lists
    .filter(([, names]) => names.length > 0)
    .map(
      ([word, names], index) =>
        new Paragraph({
          spacing: { before: index === 0 ? linePitch : 0 },
          indent: { left: label, hanging: label - firstLine.firstLine },
          children: [
            ...runs(word, run(faces.strong, size.third)),
            ...runs(names.join('、'), run(faces.body, size.third)),
          ],
        }),
    )
}

/** What stands between the body and the attachments besides the 附件说明: a signature, or who was there. */
const closing = (letter: Letter, faces: Faces): readonly FileChild[] | undefined => {
  const form = formOf(letter.kind)
  if (form === 'briefing') return []
  return form === 'minutes' ? attendanceLines(letter.attendance ?? { present: [] }, faces) : undefined
}

/**
 * A red-headed paper (正式文件) as .docx to GB/T 9704-2012: red head, number, 签发人 where there is one, red rule, text,
 * signature, bound attachments, 版记; 函 as 信函, 纪要 and 简报 in the forms of their own. The same paper gives the same bytes.
 * Check it first with `checkLetter`: this composes what it is given, and throws a RangeError only for a day that is none.
 */
export async function composeLetter(
  letter: Letter,
  { faces = usualFaces }: { faces?: Faces } = {},
): Promise<Uint8Array> {
  const form = formOf(letter.kind)
  const moved = !fits(letter)
  const paper = moved ? { ...letter, addressees: [] } : letter
  const own = { organ: letter.letterhead.organs[0] ?? '', on: letter.signature.on }
  const head = { landscape: false, children: letterhead(letter, faces) }
  const main = mainStretches(paper, faces, 2 * linePitch, closing(letter, faces), turnOfBody(letter))
  const imprint = imprintLines(letter.imprint ?? (moved ? own : undefined), {
    faces,
    addressees: moved ? letter.addressees : [],
    plain: form === 'letter',
  })
  const place = form !== 'letter' && isImprintApart(letter) ? 'back' : 'below'
  const first = form === 'letter' ? letterFirstPage(letter, faces) : undefined
  const about = {
    title: titleText(letter.title),
    organ: letter.letterhead.organs.join('、'),
    on: letter.signature.on,
  }
  return packDocument(
    withImprint(joinStretches([head, ...main]), imprint, place).map((stretch, index) =>
      section(stretch, faces, letter.mark, index === 0 ? first : undefined),
    ),
    about,
    faces,
  )
}
