import { Paragraph } from 'docx'
import type { Attachment } from '../paper/model.ts'
import { blockStretches } from './blocks.ts'
import { type Faces, run, size } from './faces.ts'
import type { Stretch } from './flow.ts'
import { titleParagraph } from './opening.ts'
import { linePitch } from './page.ts'
import { runs } from './runs.ts'

/**
 * Bound attachments (7.3.7): each on a new page, 附件 and number in 3号黑体 flush on line 1, the title centred on line 3,
 * worded as in the 附件说明. An attachment that begins with a wide table is headed on its landscape page.
 */
export const attachmentStretches = (attachments: readonly Attachment[], faces: Faces): Stretch[] =>
  attachments.flatMap(({ name, body }, index) => {
    if (!body) return []
    const [first, ...rest] = blockStretches(body, { faces })
    const landscape = first?.landscape ?? false
    const label = new Paragraph({
      pageBreakBefore: true,
      children: runs(`附件${attachments.length > 1 ? index + 1 : ''}`, run(faces.strong, size.third)),
    })
    return [
      {
        landscape,
        children: [
          label,
          titleParagraph(name, faces, landscape ? {} : { before: linePitch, after: linePitch }),
          ...(first?.children ?? []),
        ],
      },
      ...rest,
    ]
  })
