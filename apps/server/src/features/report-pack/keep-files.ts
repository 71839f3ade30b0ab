import { randomUUID } from 'node:crypto'
import type { Refusal } from '@quanheng/contract/errors'
import { normaliseName } from '@quanheng/domain/kernel/normalise'
import { ok, type Result } from '@quanheng/domain/kernel/result'
import { eachZipFile } from '@quanheng/papers/zip/survey'
import type { Platform } from '../../platform/platform.ts'
import { fileLimit, mediaTypeOf } from '../upload/index.ts'
import type { PlacedFile } from './open-pack.ts'
import type { ReadPack } from './read-pack.ts'
import { packLimits } from './survey-task.ts'

/** The name that a file is kept under: as it lay in the pack, at most 200 characters. */
export const nameOf = ({ name }: PlacedFile): string => {
  const whole = [...normaliseName(name)]
  if (whole.length <= 200) return whole.join('')
  const ending = [...(/\.[^.]{1,10}$/.exec(name)?.[0] ?? '')]
  return [...whole.slice(0, 200 - ending.length), ...ending].join('')
}

/** Files that a pack would leave behind: new evidence and scans of the stamped print. */
export const filesToKeep = ({ matched, originals }: ReadPack): readonly PlacedFile[] => [
  ...matched.filter(({ known }) => !known),
  ...originals,
]

/** Stores the files of a pack as uploads of this person, so that they are scanned before anything cites them; once each. */
export const keepFiles = async (
  platform: Platform,
  personId: string,
  pack: ReadPack,
): Promise<Result<null, Refusal>> => {
  const wanted = new Map(filesToKeep(pack).map((file) => [file.seen.path, file]))
  let stopped: Result<never, Refusal> | undefined
  await eachZipFile(platform.files.locate(pack.upload.digest), packLimits, async (path, content) => {
    const file = wanted.get(path)
    if (!file || stopped) return
    const name = nameOf(file)
    const held = await platform.db
      .selectFrom('upload')
      .select('id')
      .where('person_id', '=', personId)
      .where('sha256', '=', file.seen.digest)
      .where('name', '=', name)
      .executeTakeFirst()
    if (held !== undefined) return
    const stored = await platform.files.put(await content(), fileLimit)
    if (!stored.ok) {
      stopped = stored
      return
    }
    const { sha256, sm3, size } = stored.value
    const received_at = platform.clock.now()
    await platform.db
      .insertInto('upload')
      .values({
        id: randomUUID(),
        person_id: personId,
        name,
        media_type: mediaTypeOf(name),
        size,
        sha256,
        sm3,
        received_at,
      })
      .execute()
    platform.custodian.received(sha256)
  })
  return stopped ?? ok(null)
}
