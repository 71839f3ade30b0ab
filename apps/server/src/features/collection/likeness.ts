import type * as contract from '@quanheng/contract/likeness'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import type { FiledEvidence } from '@quanheng/domain/evidence/filed'
import { settledBy, settleLikeness } from '@quanheng/domain/evidence/likeness'
import { seesAllEvidence } from '@quanheng/domain/evidence/standing'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { fail, ok, refuse } from '@quanheng/domain/kernel/result'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, asDomainActor, type HeldPost, postsFor } from '../../platform/door/actor.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { type IssuedPlan, issuedPlan } from '../plan/index.ts'
import { type StandingItem, standingOf } from './evidence-scope.ts'
import { filedOf, filedRows } from './evidence-store.ts'
import {
  type FoundPair,
  insertReview,
  repeatedPairs,
  reviewsIn,
  reviewsOf,
  type UseRow,
  usesIn,
  usesOf,
} from './likeness-store.ts'
import { type Names, namesFor } from './names.ts'

type Row = ReplyOf<typeof contract.listLikenesses>['rows'][number]

interface Known {
  readonly file: FiledEvidence
  readonly plan: IssuedPlan | null
  /** How the caller stands to it, where all of the item's evidence may be read. */
  readonly standing: StandingItem | null
}

/** Each use with its evidence and how these posts stand to it; one plan is read once. */
const knownUses = async (
  db: Reader,
  posts: readonly HeldPost[],
  uses: readonly UseRow[],
): Promise<ReadonlyMap<string, Known>> => {
  if (uses.length === 0) return new Map()
  const rows = await filedRows(db)
    .where(
      'evidence.id',
      'in',
      uses.map((use) => use.evidenceId),
    )
    .execute()
  const plans = new Map<string, IssuedPlan | null>()
  const known = new Map<string, Known>()
  for (const file of rows.map(filedOf)) {
    const plan = plans.get(file.planId) ?? (await issuedPlan(db, file.planId))
    plans.set(file.planId, plan)
    const standing = plan && standingOf(plan, posts, file)
    known.set(file.id, { file, plan, standing: standing && seesAllEvidence(standing.side) ? standing : null })
  }
  return known
}

const useRow = (use: UseRow, known: Known | undefined, names: Names): Row['uses'][number] => {
  const { file, plan, standing } = known ?? {}
  const seen = file !== undefined && standing ? { file, plan } : null
  return {
    evidenceId: seen ? use.evidenceId : null,
    digest: use.sha256,
    name: seen?.file.file.name ?? null,
    mediaType: seen?.file.file.mediaType ?? null,
    unitName: names.unit(use.unitId),
    year: use.year,
    planTitle: seen?.plan?.title ?? null,
    leafName: seen?.plan ? (nodeByKey(seen.plan.content, seen.file.leafKey)?.name ?? null) : null,
    effectiveOn: seen?.file.effectiveOn ?? null,
    receivedOn: seen?.file.receivedOn ?? null,
  }
}

export const listLikenesses = async (
  db: Reader,
  actor: Actor,
  posts: readonly HeldPost[],
  { page, size, state, q = '' }: QueryOf<typeof contract.listLikenesses>,
): Promise<ReplyOf<typeof contract.listLikenesses>> => {
  const pairs = await repeatedPairs(db)
  const uses = await usesOf(
    db,
    pairs.flatMap(({ first, second }) => [first, second]),
  )
  const known = await knownUses(db, posts, uses)
  const reviews = await reviewsOf(db, pairs)
  const names = await namesFor(db, {
    units: uses.map((use) => use.unitId),
    authors: reviews.map((review) => review.author),
  })
  const settling = postsFor(actor, 'likeness.settle')
  const told = (pair: FoundPair): Row | null => {
    const own = usesIn(pair, uses)
    if (!own.some((use) => known.get(use.evidenceId)?.standing)) return null
    const review = settledBy(own, reviewsIn(pair, reviews))
    const mine = own.some((use) => use.personId === actor.personId)
    return {
      first: pair.first,
      second: pair.second,
      kind: pair.first === pair.second ? 'file' : 'picture',
      agreement: pair.agreement,
      uses: own.map((use) => useRow(use, known.get(use.evidenceId), names)),
      review: review
        ? {
            by: {
              ...review.author,
              name: names.person(review.author.personId),
              unitName: names.unit(review.author.unitId),
            },
            at: review.at,
            reason: review.reason,
          }
        : null,
      maySettle: review === undefined && !mine && settling.length > 0,
    }
  }
  const needle = q.trim()
  const rows = pairs
    .flatMap((pair) => told(pair) ?? [])
    .filter((row) => state === undefined || (row.review === null) === (state === 'open'))
    .filter(
      (row) => needle === '' || row.uses.some((use) => `${use.name} ${use.unitName} ${use.leafName}`.includes(needle)),
    )
  return { total: rows.length, rows: rows.slice((page - 1) * size, page * size) }
}

export const settle: CommandHandler<typeof contract.settleLikeness> = async ({ tx, actor, posts, context, body }) => {
  const pair = (await repeatedPairs(tx, [body.first])).find(
    ({ first, second }) => first === body.first && second === body.second,
  )
  const uses = pair === undefined ? [] : usesIn(pair, await usesOf(tx, [pair.first, pair.second]))
  const known = await knownUses(tx, posts, uses)
  const standing = uses.flatMap((use) => known.get(use.evidenceId)?.standing ?? [])[0]
  if (pair === undefined || standing === undefined) return refuse('platform.notFound')
  const decided = settleLikeness(
    {
      first: pair.first,
      second: pair.second,
      uses,
      reviews: reviewsIn(pair, await reviewsOf(tx, [pair])),
      seen: body.seen,
      reason: normaliseText(body.reason).trim(),
    },
    { actor: asDomainActor(actor, standing.post), now: context.now.toISOString(), newId: context.newId },
  )
  if (!decided.ok) return fail(decided.error)
  const review = decided.value
  const change = await insertReview(tx, review)
  return ok({
    post: standing.post,
    events: [{ type: 'likenessSettled', first: review.first, second: review.second, reason: review.reason }],
    changes: [change],
    reply: { id: review.id },
  })
}
