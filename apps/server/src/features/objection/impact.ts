import type { Refusal } from '@quanheng/contract/errors'
import type { objectionImpact } from '@quanheng/contract/objection'
import type { ReplyOf } from '@quanheng/contract/route'
import { digestOf } from '@quanheng/domain/kernel/digest'
import { compare, equal, exact, printExact, sign } from '@quanheng/domain/kernel/exact'
import { readQuantity } from '@quanheng/domain/kernel/quantity'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { impactOf } from '@quanheng/domain/objection/impact'
import type { ObjectedScore, ObjectionImpact } from '@quanheng/domain/objection/model'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import type { Database, Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor } from '../../platform/door/actor.ts'
import { sha256 } from '../../platform/log/means.ts'
import { unitNames, writeTrail } from '../result/index.ts'
import { publishedScores } from './published.ts'
import { visibleObjection } from './scope.ts'

export const impactDigest = (impact: ObjectionImpact): string =>
  digestOf(sha256, { v: 1, noun: 'objectionImpact', ...impact })

/** Against the result as published now; undefined once nothing is published any more. */
export const impactFor = async (
  db: Reader,
  score: ObjectedScore,
  to: string,
): Promise<{ readonly impact: ObjectionImpact; readonly lineName: string; readonly totalsId?: string } | undefined> => {
  const published = await publishedScores(db, score.planId)
  if (published === undefined) return undefined
  const impact = impactOf(score, to, published, published.year)
  const node = impact.line && published.year && nodeByKey(published.year.content, impact.line.key)
  return {
    impact,
    lineName: node?.name ?? '',
    ...(published.year && { totalsId: published.year.resultId }),
  }
}

const pair = <T>({ from, to }: { readonly from?: T; readonly to?: T }) => ({ from: from ?? null, to: to ?? null })

/** 影响范围 for who decides; a look that shows totals and ranks is written into the access trail. */
export const showImpact = async (
  db: Database,
  actor: Actor,
  { objectionId, points: typed }: { readonly objectionId: string; readonly points: string },
  now: Date,
): Promise<Result<ReplyOf<typeof objectionImpact>, Refusal>> => {
  const found = await visibleObjection(db, actor, objectionId)
  const deciding = postsFor(actor, 'objection.impact').some(({ unitId }) => unitId === found?.row.office_unit_id)
  if (!found || !deciding) return refuse('platform.notFound')
  const { score } = found.model
  const to = readQuantity(typed)
  if (!to.ok) return refuse(to.error.code, { ...to.error, at: 'query.points' })
  const points = exact(to.value)
  if (sign(points) < 0 || compare(points, exact(score.fullMark)) > 0) {
    return refuse('objection.outOfRange', { at: 'query.points', params: { fullMark: score.fullMark } })
  }
  if (equal(points, exact(score.points))) return refuse('objection.unchanged', { at: 'query.points' })
  const made = await impactFor(db, score, printExact(points))
  if (made === undefined) return refuse('platform.notFound')
  const { impact, lineName, totalsId } = made
  if (totalsId !== undefined) await writeTrail(db, actor, 'objection.impact', totalsId, 'shown', now)
  const names = await unitNames(
    db,
    impact.units.map(({ unitId }) => unitId),
  )
  return ok({
    digest: impactDigest(impact),
    points: impact.points,
    line: impact.line ? { name: lineName, ...pair(impact.line) } : null,
    ranked: impact.ranked,
    units: impact.units.map(({ unitId, total, rank, grade }) => ({
      unitId,
      unitName: names.get(unitId) ?? '',
      own: unitId === score.unitId,
      total: pair(total),
      rank: pair(rank),
      grade: pair(grade),
    })),
  })
}
