import { ok } from '@quanheng/domain/kernel/result'
import { decideAtMeeting } from '@quanheng/domain/objection/decide'
import type { Objection, ScoreFound } from '@quanheng/domain/objection/model'
import type { Reader } from '../../platform/database/database.ts'
import { officePost } from '../../platform/work/act-on-kept.ts'
import type { DecidedByMeeting, Deliberated, Follows } from '../../platform/work/deliberated.ts'
import { unitNames } from '../result/index.ts'
import { objectionContext } from './act-on-objection.ts'
import { correctScore } from './correct.ts'
import { type Proposed, proposalOf } from './proposal.ts'
import { publishedScores } from './published.ts'
import { objectionKeeper } from './store.ts'
import type { ObjectionRow } from './tables.ts'

const sayProposed = ({ found, impact }: Proposed, points: string): string => {
  const says = found.outcome === 'kept' ? '维持原分' : `由${points}分更正为${found.to}分`
  return impact ? `${says}，涉及${impact.units.length}个单位的总分、名次或等次` : says
}

/** 异议〔2026〕3号 云岭镇“新设企业数”. */
const nameOf = ({ score, standing }: Objection, units: ReadonlyMap<string, string>): string =>
  `${standing.receipt?.documentNumber ?? ''} ${units.get(score.unitId) ?? ''}“${score.leafName}”`.trim()

const named = async (db: Reader, rows: readonly ObjectionRow[]) => ({
  units: await unitNames(
    db,
    rows.map(({ unit_id }) => unit_id),
  ),
  kept: await objectionKeeper.complete(db, rows),
})

/** Agreed as proposed; a refused correction leaves the points as published. */
const decidedAs = ({ found }: Proposed, outcome: DecidedByMeeting['outcome']): ScoreFound | undefined => {
  if (outcome === 'approved') return found
  return found.outcome === 'corrected' ? { outcome: 'kept' } : undefined
}

const untouched: Follows = { events: [], changes: [] }

const decide: NonNullable<Deliberated['decide']> = async (asked, { id, digest, outcome, text, ...said }) => {
  const [held] = await objectionKeeper.lock(asked.tx, [id])
  const proposed = held?.model.state === 'toDecide' ? await proposalOf(asked.tx, held.model) : undefined
  const found = proposed && decidedAs(proposed, outcome)
  const post = held && officePost(asked.posts, held.row.office_unit_id)
  if (!held || !proposed || !found || !post || proposed.digest !== digest) return ok(untouched)
  const published = await publishedScores(asked.tx, held.model.score.planId)
  const context = await objectionContext(asked, published, held.model, post)
  const impact = found.outcome === 'corrected' ? proposed.impact : undefined
  const given = { by: 'group' as const, found, words: text, seen: true, ...said, ...(impact && { impact }) }
  const decided = decideAtMeeting(held.model, given, context)
  if (!decided.ok) return decided
  const corrected = found.outcome === 'corrected' ? await correctScore(asked, decided.value.next, post) : ok([])
  if (!corrected.ok) return corrected
  const after = await objectionKeeper.save(asked.tx, held, decided.value.next)
  return ok({
    events: decided.value.events,
    changes: [objectionKeeper.change(held, after), ...corrected.value],
  })
}

/**
 * Scored again and not yet decided, of one office, each by the digest of what is proposed. Another proposal than lay before the meeting,
 * or a refused 维持原分, which does not say what points hold, stays for the office to enter in the words of that meeting.
 */
export const objectionsDeliberated: Deliberated = {
  waiting: async (db, unitId) => {
    const rows = await db
      .selectFrom('objection')
      .selectAll()
      .where('office_unit_id', '=', unitId)
      .where('state', '=', 'toDecide')
      .orderBy('number')
      .execute()
    const { units, kept } = await named(db, rows)
    const found = kept.map(async ({ model }) => {
      const proposed = await proposalOf(db, model)
      if (proposed === undefined) return []
      const title = `${nameOf(model, units)}：拟${sayProposed(proposed, model.score.points)}`
      return [{ id: model.id, digest: proposed.digest, title }]
    })
    return (await Promise.all(found)).flat()
  },
  titles: async (db, ids) => {
    const rows = await db
      .selectFrom('objection')
      .selectAll()
      .where('id', 'in', [...ids])
      .execute()
    const { units, kept } = await named(db, rows)
    return kept.map(({ model }) => [model.id, `${nameOf(model, units)}异议复核`])
  },
  decide,
}
