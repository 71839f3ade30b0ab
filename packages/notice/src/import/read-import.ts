import { type DomainError, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { ReadNotice } from '@quanheng/domain/notice/model'
import type { FileErrorCode } from '../files/file-error.ts'
import { readFile } from '../files/read-file.ts'
import { findingKinds } from '../lint/findings.ts'
import { lintNotice } from '../lint/lint.ts'
import { pointsOf } from '../present.ts'
import { type Reading, readNotice } from '../read.ts'
import { walk } from '../text/sections.ts'
import { rowsOf } from './rows.ts'

/** A plan keeps the text that it was made from; longer texts than it may hold are not imported. */
const longestText = 500_000

const headingsOf = ({ context }: Reading, point: (unit: number) => number): ReadNotice['headings'] =>
  [...walk(context.sections)].map(({ start, end, from }) => {
    const line = context.lines[from]
    const label = line?.text.slice(0, line.label?.length ?? 0) ?? ''
    return { label: label.replace(/[\s、.．，,：:]+$/, ''), start: point(start), end: point(end) }
  })

const findingsOf = (reading: Reading, point: (unit: number) => number): ReadNotice['findings'] => {
  const seen = new Map<string, number>()
  return lintNotice(reading).map(({ kind, at, params }) => {
    const place = `${kind}@${point(at.start)}-${point(at.end)}`
    const times = (seen.get(place) ?? 0) + 1
    seen.set(place, times)
    return {
      key: times === 1 ? place : `${place}#${times}`,
      code: kind,
      severity: findingKinds[kind].severity,
      params: { ...params },
      proposals: findingKinds[kind].proposals,
      start: point(at.start),
      end: point(at.end),
    }
  })
}

/** An uploaded notice as 文件导入 keeps it. Equal bytes give an equal reading. */
export const readImport = async (bytes: Uint8Array): Promise<Result<ReadNotice, DomainError<FileErrorCode>>> => {
  const source = await readFile(bytes)
  if (!source.ok) return source
  const reading = readNotice(source.value)
  const { text } = reading.context
  const point = pointsOf(text)
  if (point(text.length) > longestText) return refuse('noticeFile.tooMuchText')
  return ok({
    text,
    rows: rowsOf(reading, point),
    findings: findingsOf(reading, point),
    headings: headingsOf(reading, point),
  })
}
