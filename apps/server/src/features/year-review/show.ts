import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import type { showReview } from '@quanheng/contract/year-review'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { commandsFor } from '@quanheng/domain/kernel/transition'
import { nextOnReview } from '@quanheng/domain/workbench/next-on-review'
import { acceptedChanges, type YearReview } from '@quanheng/domain/year-review/model'
import { type ReviewCommandKind, reviewWorkflow } from '@quanheng/domain/year-review/transitions'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, unitIdsOf } from '../../platform/door/actor.ts'
import { heldPosts } from '../organisation/index.ts'
import { issuedPlan } from '../plan/index.ts'
import { namesOf } from '../scoring/index.ts'
import { entryLines } from './entries.ts'
import { lineOf } from './lines.ts'
import { laterDrafts } from './plans.ts'
import { readsAll, reviewIsVisible } from './scope.ts'
import { reviewKeeper } from './store.ts'

type Reply = ReplyOf<typeof showReview>
type Names = ReadonlyMap<string, string>

const mayNow = (review: YearReview, actor: Actor, today: string): ReviewCommandKind[] => {
  const may = new Set(
    actor.posts.flatMap((post) =>
      commandsFor(reviewWorkflow, review.state, post.kind).filter(
        (command) => command === 'contribute' || post.unitId === review.unitId,
      ),
    ),
  )
  // Taking back stands beside the entry.
  may.delete('drop')
  if (review.content.until < today) may.delete('contribute')
  if (acceptedChanges(review).length === 0) may.delete('carry')
  return [...may]
}

const nextShown = async (db: Reader, review: YearReview, names: Names, today: string): Promise<Reply['next']> => {
  const act = nextOnReview(review)
  if (act?.unitId === undefined) return null
  const held = await heldPosts(db, { unitId: act.unitId, on: today })
  const people = held.filter((post) => act.posts.includes(post.kind))
  return {
    command: act.verb as ReviewCommandKind,
    people: [...new Set(people.map(({ personName }) => personName))],
    unitName: names.get(act.unitId) ?? '',
  }
}

const titlesOf = async (db: Reader, ids: readonly string[]): Promise<Names> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('plan')
    .select(['id', 'title'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

export const show = async (
  db: Reader,
  actor: Actor,
  reviewId: string,
  today: string,
): Promise<Result<Reply, Refusal>> => {
  const one = await reviewKeeper.find(db, reviewId, reviewIsVisible(actor))
  if (!one) return refuse('platform.notFound')
  const { model: review } = one
  const { content, standing, steps, unitId } = review
  const office = readsAll(actor, review)
  const own = unitIdsOf(actor.posts)
  const names = await namesOf(db, {
    units: [unitId, ...steps.map(({ by }) => by.unitId)],
    people: [...steps.map(({ by }) => by.personId), ...(standing.taking ? [standing.taking.by.personId] : [])],
  })
  const said = (id: string) => names.get(id) ?? ''
  const plan = await issuedPlan(db, review.planId)
  const titles = await titlesOf(
    db,
    standing.carried.map(({ planId }) => planId),
  )
  const { taking } = standing
  const isTold = office || review.state === 'taken'
  return ok({
    ...lineOf(one, names, actor, today),
    asks: content.asks,
    summary: isTold ? content.summary : '',
    lines: await entryLines(db, actor, review),
    nodes: (plan?.content.indicators ?? []).map(({ key, name }) => ({ key, name })),
    taking: taking
      ? {
          words: taking.words,
          on: taking.on,
          by: said(taking.by.personId),
          scanDigest: office ? (taking.scanDigest ?? null) : null,
        }
      : null,
    carried: standing.carried.map(({ planId, on }) => ({ planId, title: titles.get(planId) ?? '', on })),
    drafts: office ? [...(await laterDrafts(db, actor, review))] : [],
    // Who said what is the office's to read, and the unit's own.
    steps: steps
      .filter(
        ({ command, by }) => office || own.includes(by.unitId) || !['contribute', 'drop', 'answer'].includes(command),
      )
      .map(({ command, by, at, words }) => ({
        command: command as Reply['steps'][number]['command'],
        by: said(by.personId),
        unitName: said(by.unitId),
        at,
        words,
      })),
    next: await nextShown(db, review, names, today),
    may: mayNow(review, actor, today),
    today,
  })
}
