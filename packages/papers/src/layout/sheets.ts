import type { Text } from '../paper/model.ts'
import { partsOf } from '../paper/text.ts'
import { entryColumns, type SheetColumn, scoreColumns, validity } from '../sheet/columns.ts'
import type { EntrySheet, Finding, FormSheet, ScoreSheet, SignOffSheet, VisitRecord } from '../sheet/model.ts'
import { findingColumns } from '../sheet/visit-record.ts'
import { type Box, space } from './box.ts'
import { columnForm, factForm, labelCell, labelWidth, setForm, signed } from './form.ts'
import { size, tightPitch } from './measures.ts'
import type { SetPaper } from './model.ts'
import { pieces, setParagraph } from './paragraph.ts'
import type { SetOptions } from './report.ts'
import { addPart, newSetting, type Setting } from './setting.ts'
import { landscapeFrame, portraitFrame, type SheetFrame, setSheetPages } from './sheet-page.ts'
import { signatureLines, smallText } from './signature-boxes.ts'

/** A working paper and what it is. */
export type AnySheet =
  | { readonly kind: 'score'; readonly sheet: ScoreSheet }
  | { readonly kind: 'visit'; readonly sheet: VisitRecord }
  | { readonly kind: 'signOff'; readonly sheet: SignOffSheet }
  | { readonly kind: 'entry'; readonly sheet: EntrySheet }
  | { readonly kind: 'form'; readonly sheet: FormSheet }

const opinion = (label: string, text: Text | undefined, frame: SheetFrame, setting: Setting): Box[] =>
  setForm(
    [{ height: 60, keepNext: true, cells: [labelCell(label), { text: text ?? '', top: true }] }],
    [labelWidth, frame.width - labelWidth],
    frame,
    setting,
  )

const lastLine = (frame: SheetFrame, setting: Setting): Box[] =>
  setParagraph(
    pieces(validity, smallText),
    { width: frame.width, pitch: tightPitch, part: addPart(setting, 'P') },
    setting,
  )

const gap = () => space(7)

/** What those who sign promise or confirm. */
const proseLines = (text: Text, frame: SheetFrame, setting: Setting): Box[] => [
  ...setParagraph(
    pieces(text, { face: 'body', size: size.fourth }),
    { width: frame.width, pitch: 23, align: 'both', first: 28, part: addPart(setting, 'P') },
    setting,
  ),
  space(4),
]

function formContent(sheet: FormSheet, frame: SheetFrame, setting: Setting): Box[] {
  const columns = sheet.columns.map(
    (column, at): SheetColumn<readonly Text[]> => ({
      ...column,
      of: (row) => row[at] ?? '',
    }),
  )
  const hand = sheet.signatures.length > 0
  const notes = [...(sheet.notes ?? []), ...(hand ? [validity] : [])]
  return [
    ...(sheet.facts.length > 0 ? [...factForm(sheet.facts, frame, setting), gap()] : []),
    ...(sheet.prose ?? []).flatMap((text) => proseLines(text, frame, setting)),
    ...columnForm(columns, sheet.rows, { notes, signatures: sheet.signatures, frame }, setting),
  ]
}

const scoreContent = (sheet: ScoreSheet, frame: SheetFrame, setting: Setting): Box[] => [
  ...factForm(sheet.facts, frame, setting),
  gap(),
  ...columnForm(
    scoreColumns(sheet),
    sheet.rows,
    { notes: [...(sheet.notes ?? []), validity], signatures: sheet.signatures, frame },
    setting,
  ),
]

const entryContent = (sheet: EntrySheet, frame: SheetFrame, setting: Setting): Box[] => [
  ...factForm(sheet.facts, frame, setting),
  gap(),
  ...columnForm(entryColumns, sheet.rows, { notes: [validity], signatures: sheet.signatures, frame }, setting),
]

function visitContent(record: VisitRecord, frame: SheetFrame, setting: Setting): Box[] {
  const blank: readonly Finding[] = Array.from({ length: record.blankRows ?? 0 }, () => ({ matter: '' }))
  return [
    ...factForm(record.facts, frame, setting),
    gap(),
    ...columnForm(findingColumns, [...record.findings, ...blank], { rowHeight: 31, frame }, setting),
    gap(),
    ...opinion('核验意见', record.opinion, frame, setting),
    ...signed(record.team, frame, setting),
    gap(),
    ...opinion('被核验\n单位意见', record.response, frame, setting),
    ...signed(record.visited, frame, setting),
    ...lastLine(frame, setting),
  ]
}

function signOffContent(sheet: SignOffSheet, frame: SheetFrame, setting: Setting): Box[] {
  const widths = [labelWidth, frame.width - labelWidth - 170, 170]
  const attachments = (sheet.attachments ?? []).map((name, index) => `${index + 1}. ${name}`).join('\n')
  const wide = [labelWidth, frame.width - labelWidth]
  const facts = factForm(sheet.facts, frame, setting)
  const listed =
    attachments === ''
      ? []
      : [gap(), ...setForm([{ cells: [labelCell('附件'), { text: attachments }] }], wide, frame, setting)]
  const steps = sheet.steps.map((step) => ({
    height: 65,
    cells: [
      labelCell(step.role),
      { text: ['意见：\n', ...partsOf(step.opinion ?? '')], top: true },
      {
        top: true,
        lines: (width: number, part: number) =>
          signatureLines(`签字${step.stamped ? '、盖章' : ''}：`, step, width, setting, part),
      },
    ],
  }))
  return [...facts, ...listed, gap(), ...setForm(steps, widths, frame, setting), ...lastLine(frame, setting)]
}

function contentOf(order: AnySheet, frame: SheetFrame, setting: Setting): Box[] {
  if (order.kind === 'score') return scoreContent(order.sheet, frame, setting)
  if (order.kind === 'entry') return entryContent(order.sheet, frame, setting)
  if (order.kind === 'form') return formContent(order.sheet, frame, setting)
  return order.kind === 'visit'
    ? visitContent(order.sheet, frame, setting)
    : signOffContent(order.sheet, frame, setting)
}

const isLandscape = (order: AnySheet): boolean =>
  order.kind === 'form' ? order.sheet.orientation === 'landscape' : order.kind === 'score' || order.kind === 'entry'

/** A working paper as it is printed: the same content, order and check code as its .docx. */
export function setSheet(order: AnySheet, { advance, watermark }: SetOptions = {}): SetPaper {
  const setting = newSetting(advance)
  const frame = isLandscape(order) ? landscapeFrame : portraitFrame
  return setSheetPages(order.sheet, frame, (own) => contentOf(order, frame, own), setting, watermark)
}
