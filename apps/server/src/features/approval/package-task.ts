import { Buffer } from 'node:buffer'
import { composeLetter } from '@quanheng/papers/docx/letter'
import { composeReport } from '@quanheng/papers/docx/report'
import type { List } from '@quanheng/papers/list/model'
import { writeList } from '@quanheng/papers/list/stream-list'
import type { PackageMeta } from '@quanheng/papers/package/model'
import { type WrittenPackage, writePackage } from '@quanheng/papers/package/write-package'
import type { Letter, Report } from '@quanheng/papers/paper/model'

export interface PackageOrder {
  readonly meta: PackageMeta
  readonly letter: { readonly path: string; readonly paper: Letter }
  readonly report: { readonly path: string; readonly paper: Report }
  readonly scores: List
  /** Canonical JSON of the locked version. */
  readonly json: string
}

export interface MadePackage extends WrittenPackage {
  readonly letter: Uint8Array
  readonly report: Uint8Array
}

/** Runs in a worker: both documents, the scores as xlsx and json, and the manifest over them. */
const make = async ({ meta, letter, report, scores, json }: PackageOrder): Promise<MadePackage> => {
  const letterBytes = await composeLetter(letter.paper)
  const reportBytes = await composeReport(report.paper)
  const written = await writePackage(
    [
      { path: letter.path, bytes: letterBytes },
      { path: report.path, bytes: reportBytes },
      { path: 'scores.xlsx', bytes: await writeList(scores) },
      { path: 'scores.json', bytes: Buffer.from(json) },
    ],
    meta,
  )
  if (!written.ok) throw new Error(`package: ${written.error.code}`)
  return { ...written.value, letter: letterBytes, report: reportBytes }
}

export default make
