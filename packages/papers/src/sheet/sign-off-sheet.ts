import { type Faces, run, size, usualFaces } from '../docx/faces.ts'
import { type BoxCell, boxes, signatureLines } from '../docx/signature-boxes.ts'
import { tight } from '../docx/tight.ts'
import { validity } from './columns.ts'
import type { SignOffSheet } from './model.ts'
import { packSheet, sheetWidth } from './page.ts'
import { factTable, gap, labelCell, textCell } from './parts.ts'

/** 签批单 as A4 portrait .docx: what is to be approved, then a box for each step of the chain, check code on every page. */
export function composeSignOffSheet(
  sheet: SignOffSheet,
  { faces = usualFaces }: { faces?: Faces } = {},
): Promise<Uint8Array> {
  const width = sheetWidth('portrait')
  const label = 1700
  const sign = 3400
  const steps = sheet.steps.map((step) => {
    const opinion: BoxCell = {
      top: true,
      children: [
        tight('意见：', run(faces.strong, size.smallFourth)),
        tight(step.opinion ?? '', run(faces.body, size.smallFourth)),
      ],
    }
    const [, ...name] = signatureLines(step, faces)
    const signature: BoxCell = {
      top: true,
      children: [tight(`签字${step.stamped ? '、盖章' : ''}：`, run(faces.strong, size.smallFourth)), ...name],
    }
    return { height: 1300, cells: [labelCell(step.role, faces), opinion, signature] }
  })
  const attachments = (sheet.attachments ?? []).map((name, index) => `${index + 1}. ${name}`).join('\n')
  return packSheet(
    sheet,
    'portrait',
    [
      factTable(sheet.facts, faces, width),
      ...(attachments === ''
        ? []
        : [
            gap(),
            boxes([{ cells: [labelCell('附件', faces), textCell(attachments, faces)] }], [label, width - label]),
          ]),
      gap(),
      boxes(steps, [label, width - label - sign, sign]),
      tight(validity, run(faces.body, size.smallFourth)),
    ],
    faces,
  )
}
