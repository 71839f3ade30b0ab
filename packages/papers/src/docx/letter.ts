import type { Letter } from '../paper/model.ts'
import { titleText } from '../paper/title.ts'
import { packDocument } from './document.ts'
import { type Faces, usualFaces } from './faces.ts'
import { joinStretches } from './flow.ts'
import { letterhead } from './letterhead.ts'
import { linePitch } from './page.ts'
import { mainStretches, withImprint } from './report.ts'
import { section } from './sections.ts'

/**
 * A red-headed paper (正式文件) as .docx to GB/T 9704-2012: red head, number, 签发人 where there is one, red rule, text,
 * signature, bound attachments, 版记. The same paper gives the same bytes. Check it first with `checkLetter`: this composes
 * what it is given, and throws a RangeError only for a day that is none.
 */
export async function composeLetter(
  letter: Letter,
  { faces = usualFaces }: { faces?: Faces } = {},
): Promise<Uint8Array> {
  const head = { landscape: false, children: letterhead(letter, faces) }
  const stretches = joinStretches([head, ...mainStretches(letter, faces, 2 * linePitch)])
  const about = {
    title: titleText(letter.title),
    organ: letter.letterhead.organs.join('、'),
    on: letter.signature.on,
  }
  return packDocument(
    withImprint(stretches, letter.imprint, faces).map((stretch) => section(stretch, faces, letter.mark)),
    about,
    faces,
  )
}
