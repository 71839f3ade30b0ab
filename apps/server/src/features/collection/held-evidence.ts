import type { Refusal } from '@quanheng/contract/errors'
import type { heldEvidence } from '@quanheng/contract/evidence'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { isAttached, labelOf } from '@quanheng/domain/evidence/model'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type IssuedPlan, issuedPlan } from '../plan/index.ts'
import { addingTo } from './evidence-scope.ts'
import { evidenceOf, filedOf, filedRows } from './evidence-store.ts'

type Reply = ReplyOf<typeof heldEvidence>

/** A page of them; who looks for an older one types part of its name. */
const most = 50

/** What the body has put forward elsewhere, newest first, each file once; those that fit an open entry by name come first. */
export const held = async (
  db: Reader,
  posts: readonly HeldPost[],
  { q = '', ...item }: QueryOf<typeof heldEvidence>,
): Promise<Result<Reply, Refusal>> => {
  const plan = await issuedPlan(db, item.planId)
  const standing = plan && addingTo(plan, posts, item)
  if (!plan || !standing) return refuse('platform.notFound')
  const here = (await evidenceOf(db, item)).filter(isAttached)
  const list = nodeByKey(plan.content, item.leafKey)?.scoring?.evidenceList ?? []
  const open = list.filter(({ key }) => !here.some((file) => file.requirementKey === key))
  const rows = await filedRows(db)
    .where(sql<boolean>`evidence.author->>'unitId' = ${standing.post.unitId}`)
    .where('evidence_withdrawal.evidence_id', 'is', null)
    .where('evidence.name', 'like', `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`)
    .where(sql<boolean>`NOT EXISTS (SELECT FROM file_scan s WHERE s.sha256 = evidence.sha256 AND s.state = 'infected')`)
    .limit(2_000)
    .execute()
  const presentDigests = new Set(here.map((file) => file.file.sha256))
  const byDigest = new Map(rows.map(filedOf).map((file) => [file.file.sha256, file]))
  const plans = new Map<string, IssuedPlan | null>([[plan.planId, plan]])
  const files: Reply['files'] = []
  for (const file of [...byDigest.values()].reverse()) {
    if (presentDigests.has(file.file.sha256)) continue
    const from = plans.has(file.planId) ? (plans.get(file.planId) ?? null) : await issuedPlan(db, file.planId)
    plans.set(file.planId, from)
    const leaf = from && nodeByKey(from.content, file.leafKey)
    const entry = leaf?.scoring?.evidenceList.find(({ key }) => key === file.requirementKey)?.name ?? null
    files.push({
      id: file.id,
      digest: file.file.sha256,
      name: file.file.name,
      size: file.file.size,
      effectiveOn: file.effectiveOn ?? null,
      receivedOn: file.receivedOn,
      label: labelOf(file),
      leafName: leaf?.name ?? file.leafKey,
      planTitle: from?.title ?? '',
      entry,
      fits: open.find(({ name }) => name === entry)?.key ?? null,
    })
  }
  return ok({ files: files.toSorted((a, b) => Number(b.fits !== null) - Number(a.fits !== null)).slice(0, most) })
}
