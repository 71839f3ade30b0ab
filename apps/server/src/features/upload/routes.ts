import { randomUUID } from 'node:crypto'
import * as contract from '@quanheng/contract/upload'
import { normaliseName } from '@quanheng/domain/kernel/normalise'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { json } from '../../platform/database/database.ts'
import { type Binding, bindHousekeeping, bindQuery } from '../../platform/http/bind.ts'
import type { Platform } from '../../platform/platform.ts'
import { isProgram, isWhatItSays, mediaTypeOf } from './media-type.ts'

/** Largest evidence file; a longer recording is cut or handed in on a disk. */
export const fileLimit = 500 * 1_048_576

const nameOf = (header: string | string[] | undefined): string | null => {
  if (typeof header !== 'string') return null
  try {
    const name = normaliseName(decodeURIComponent(header)).replaceAll(/[/\\]/g, '_')
    return name === '' || [...name].length > 200 ? null : name
  } catch {
    return null
  }
}

export const uploadRoutes = (platform: Platform): readonly Binding[] => [
  bindHousekeeping(contract.putFile, async ({ raw, actor }) => {
    const name = nameOf(raw.headers['x-file-name'])
    if (name === null) return refuse('upload.nameMissing')
    const declared = Number(raw.headers['content-length'] ?? 0)
    if (declared > fileLimit) return refuse('platform.tooLarge', { params: { limit: `${fileLimit / 1_048_576} MB` } })
    const stored = await platform.files.put(raw.raw, fileLimit, (head) => {
      if (isProgram(name, head)) return refuse('upload.program', { params: { name } })
      return isWhatItSays(name, head) ? ok(undefined) : refuse('upload.otherContent', { params: { name } })
    })
    if (!stored.ok) return stored
    const { sha256, sm3, size } = stored.value
    const id = randomUUID()
    await platform.db
      .insertInto('upload')
      .values({
        id,
        person_id: actor.personId,
        name,
        media_type: mediaTypeOf(name),
        size,
        sha256,
        sm3,
        received_at: platform.clock.now(),
      })
      .execute()
    platform.custodian.received(sha256)
    return ok({ uploadId: id, digest: sha256, sm3, size, name })
  }),
  bindHousekeeping(contract.saveDraft, async ({ db, actor, params, body, context }) => {
    const kept = { body: json(body.body ?? null), saved_at: context.now }
    await db
      .insertInto('draft')
      .values({ person_id: actor.personId, key: params.key, ...kept })
      .onConflict((conflict) => conflict.columns(['person_id', 'key']).doUpdateSet(kept))
      .execute()
    return ok({ savedAt: context.now.toISOString() })
  }),
  bindQuery(contract.readDraft, async ({ db, actor, params }) => {
    const row = await db
      .selectFrom('draft')
      .selectAll()
      .where('person_id', '=', actor.personId)
      .where('key', '=', params.key)
      .executeTakeFirst()
    return ok({ draft: row === undefined ? null : { body: row.body, savedAt: row.saved_at.toISOString() } })
  }),
  bindHousekeeping(contract.dropDraft, async ({ db, actor, params }) => {
    await db.deleteFrom('draft').where('person_id', '=', actor.personId).where('key', '=', params.key).execute()
    return ok({})
  }),
]
