import * as contract from '@quanheng/contract/checkpoint'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { receiptText } from '@quanheng/log/receipt'
import { type Binding, bindQuery } from '../../platform/http/bind.ts'
import { verifierKeys } from '../../platform/log/entries.ts'
import { newestCheckpoint } from '../../platform/log/seal.ts'
import type { Platform } from '../../platform/platform.ts'
import type { ActWords } from '../act/index.ts'
import { noticedIn } from './noticed.ts'
import { headOf, makeReceipt } from './receipt.ts'

export const checkpointRoutes = (platform: Platform, words: ActWords): readonly Binding[] => [
  bindQuery(contract.showSeal, async ({ db, actor }) => {
    const newest = await newestCheckpoint(db)
    const bodies = new Map(actor.posts.map(({ unitId, unitName }) => [unitId, unitName]))
    return ok({
      newest: newest === undefined ? null : headOf(newest),
      keys: await verifierKeys(db),
      trouble: platform.sealer.trouble().map(({ code, params }) => ({ code, params: params ?? {} })),
      bodies: [...bodies].map(([id, name]) => ({ id, name })),
    })
  }),
  bindQuery(contract.listNoticed, async ({ db, query: { page, size } }) => {
    const all = await noticedIn(db)
    return ok({ rows: [...all.slice((page - 1) * size, page * size)], total: all.length })
  }),
  bindQuery(contract.listCheckpoints, async ({ db, query: { page, size } }) => {
    const rows = await db
      .selectFrom('checkpoint')
      .selectAll()
      .orderBy('size', 'desc')
      .limit(size)
      .offset((page - 1) * size)
      .execute()
    const sizes = rows.map((row) => row.size)
    const copies =
      sizes.length === 0
        ? []
        : await db.selectFrom('checkpoint_copy').selectAll().where('size', 'in', sizes).orderBy('place').execute()
    const { total } = await db
      .selectFrom('checkpoint')
      .select((count) => count.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    return ok({
      rows: rows.map((row) => ({
        ...headOf(row),
        cause: row.cause === null ? null : words(row.cause),
        copies: copies
          .filter((copy) => copy.size === row.size)
          .map(({ place, at, cosignatures }) => ({ place, at: at.toISOString(), cosigned: cosignatures !== null })),
      })),
      total,
    })
  }),
  bindQuery(contract.checkpointFile, async ({ db, params, query }) => {
    const row = await db.selectFrom('checkpoint').selectAll().where('size', '=', params.size).executeTakeFirst()
    if (row === undefined) return refuse('platform.notFound')
    return ok({
      name: `存证点${row.size}${query.tree === 'sm3' ? '（SM3）' : ''}.checkpoint`,
      mediaType: 'text/plain; charset=utf-8',
      content: Buffer.from(query.tree === 'sm3' ? row.sm3_note : row.note),
    })
  }),
  bindQuery(contract.receiptFile, async ({ db, actor, context, params }) => {
    const own = actor.posts.find(({ unitId }) => unitId === params.unitId)
    if (own === undefined) return refuse('platform.notFound')
    const checkpoint = await newestCheckpoint(db)
    const receipt =
      checkpoint &&
      (await makeReceipt(db, { checkpoint, unitId: own.unitId, body: own.unitName, on: context.today, words }))
    if (!receipt) return refuse('checkpoint.nothingYet')
    return ok({
      name: `${own.unitName}回执${context.today}.json`,
      mediaType: 'application/json; charset=utf-8',
      content: Buffer.from(receiptText(receipt)),
    })
  }),
]
