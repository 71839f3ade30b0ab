import { AlignmentType, type FileChild, Paragraph } from 'docx'
import { titleLines } from '../paper/title.ts'
import { type Faces, run, size } from './faces.ts'
import { linePitch } from './page.ts'
import { runs } from './runs.ts'

/** 标题: 2号小标宋, centred (7.3.1). Line breaks inside one paragraph, so that it is read as one title. */
export const titleParagraph = (
  title: string | readonly string[],
  faces: Faces,
  spacing: { readonly before?: number; readonly after?: number },
): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing,
    keepNext: true,
    children: runs(titleLines(title).join('\n'), run(faces.title, size.second)),
  })

/** 主送机关: one line below the title, flush left, full-width colon (7.3.2). */
export const addresseeParagraph = (addressees: readonly string[], faces: Faces): FileChild[] =>
  addressees.length === 0
    ? []
    : [
        new Paragraph({
          alignment: AlignmentType.BOTH,
          spacing: { before: linePitch },
          children: runs(`${addressees.join('，')}：`, run(faces.body, size.third)),
        }),
      ]
