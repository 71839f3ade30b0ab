import type { Refusal } from '@quanheng/contract/errors'
import { type DomainError, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { type PackPlace, placeInPack } from '@quanheng/domain/report-pack/match'
import type { PackStamp } from '@quanheng/domain/report-pack/model'
import type { ZipCode, ZipFileSeen } from '@quanheng/papers/zip/survey'
import { newestScan } from '../../platform/files/custodian.ts'
import { ChildFailed, runInChild } from '../../platform/jobs/run.ts'
import type { UploadedFile } from '../../platform/jobs/uploaded-file.ts'
import type { Platform } from '../../platform/platform.ts'
import { isProgram } from '../upload/index.ts'
import { type AskedOf, type Asking, askedOf } from './asked.ts'
import { guideName, workbookName } from './make.ts'
import { readStamp, stampName } from './stamp.ts'
import type { SurveyOrder } from './survey-task.ts'

/** A file of the pack with where it belongs. */
export interface PlacedFile {
  /** Below the folder of the pack. */
  readonly path: string
  readonly name: string
  readonly seen: ZipFileSeen
  readonly place: PackPlace
}

export interface OpenedPack {
  readonly upload: { readonly name: string; readonly digest: string; readonly size: number }
  readonly stamp: PackStamp
  readonly asked: AskedOf
  readonly workbook: UploadedFile
  readonly files: readonly PlacedFile[]
}

const limits = { memoryMb: 512, seconds: 120 }

type Surveyed = Result<readonly ZipFileSeen[], DomainError<ZipCode>>

const survey = async (file: string): Promise<Surveyed> => {
  try {
    return await runInChild<SurveyOrder, Surveyed>(new URL('./survey-task.ts', import.meta.url), { file }, limits)
  } catch (error) {
    if (!(error instanceof ChildFailed)) throw error
    return refuse(error.reason === 'time' ? 'zip.tooLarge' : 'zip.damaged')
  }
}

/** The pack that this person sent. */
const sentPack = async ({ db, actor }: Asking, digest: string) => {
  const upload = await db
    .selectFrom('upload')
    .select(['name', 'size'])
    .where('person_id', '=', actor.personId)
    .where('sha256', '=', digest)
    .orderBy('received_at', 'desc')
    .executeTakeFirst()
  if (upload === undefined) return refuse<Refusal['code']>('upload.notFound')
  if ((await newestScan(db, digest))?.state === 'infected') return refuse<Refusal['code']>('upload.infected')
  return ok({ name: upload.name, digest, size: upload.size })
}

/** One program or one macro, and nothing of the pack is taken: whoever packed it looks at what else came along. */
const harmless = (seen: readonly ZipFileSeen[]): Result<null, Refusal> => {
  const program = seen.find(({ path, head }) => isProgram(path, head))
  if (program) return refuse('reportPack.program', { params: { path: program.path } })
  const macro = seen.find(({ path, macros }) => macros || /\.(?:docm|dotm|xlsm|xltm|xlam|pptm|ppsm)$/i.test(path))
  return macro ? refuse('reportPack.macros', { params: { path: macro.path } }) : ok(null)
}

const folderOfPath = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/** The stamp, wherever the folder was packed; what lies beside and below it is the pack. */
const stampIn = (seen: readonly ZipFileSeen[]) => {
  const [found, ...more] = seen.filter(({ path }) => path.split('/').at(-1) === stampName)
  if (!found?.bytes) return refuse<Refusal['code']>('reportPack.noStamp')
  if (more.length > 0) return refuse<Refusal['code']>('reportPack.manyWorkbooks', { params: { name: stampName } })
  const stamp = readStamp(found.bytes)
  return stamp.ok ? ok({ stamp: stamp.value, root: folderOfPath(found.path) }) : stamp
}

const workbookIn = (seen: readonly ZipFileSeen[], root: string) => {
  const beside = seen.filter(({ path, bytes }) => bytes && folderOfPath(path) === root && /\.xlsx$/i.test(path))
  const own = beside.filter(({ path }) => !path.slice(root.length).startsWith('~$'))
  const found = own.find(({ path }) => path === `${root}${workbookName}`) ?? own[0]
  if (!found?.bytes) return refuse<Refusal['code']>('reportPack.noWorkbook', { params: { name: workbookName } })
  if (own.length > 1) return refuse<Refusal['code']>('reportPack.manyWorkbooks', { params: { name: workbookName } })
  return ok({ path: found.path, name: found.path.slice(root.length), bytes: found.bytes })
}

/** Opens an uploaded pack: harmless, stamped, of the plan's version in force, of a body that I report for. Nothing is stored. */
export const openPack = async (
  { files }: Pick<Platform, 'files'>,
  asking: Asking,
  digest: string,
): Promise<Result<OpenedPack, Refusal>> => {
  const upload = await sentPack(asking, digest)
  if (!upload.ok) return upload
  const surveyed = await survey(files.locate(digest))
  if (!surveyed.ok) return surveyed
  const seen = surveyed.value
  const safe = harmless(seen)
  if (!safe.ok) return safe
  const stamped = stampIn(seen)
  if (!stamped.ok) return stamped
  const { stamp, root } = stamped.value
  const asked = await askedOf(asking, stamp.planId, stamp.unitId)
  if (asked === null) return refuse('reportPack.notMine')
  if (asked.plan.number !== stamp.planNumber) {
    const params = { made: String(stamp.planNumber), current: String(asked.plan.number) }
    return refuse('reportPack.otherVersion', { params })
  }
  const workbook = workbookIn(seen, root)
  if (!workbook.ok) return workbook
  const own = [workbook.value.path, `${root}${stampName}`, `${root}${guideName}`]
  const placed = seen
    .filter((one) => !own.includes(one.path))
    .map((one): PlacedFile => {
      const path = one.path.startsWith(root) ? one.path.slice(root.length) : one.path
      return { path, name: path.split('/').at(-1) ?? path, seen: one, place: placeInPack(path, asked.lines) }
    })
  return ok({ upload: upload.value, stamp, asked, workbook: workbook.value, files: placed })
}
