import { digestOf } from '@quanheng/domain/kernel/digest'
import type { Objection, ObjectionImpact, ScoreFound } from '@quanheng/domain/objection/model'
import type { Reader } from '../../platform/database/database.ts'
import { sha256 } from '../../platform/log/means.ts'
import { impactFor } from './impact.ts'

export interface Proposed {
  readonly found: ScoreFound
  readonly impact?: ObjectionImpact
  readonly digest: string
}

/** What lies before a meeting: the score as it was found again, and what it would move now. Undefined before the second scoring. */
export const proposalOf = async (db: Reader, { id, score, standing }: Objection): Promise<Proposed | undefined> => {
  const found = standing.rescoring?.found
  if (found === undefined) return undefined
  const made = found.outcome === 'corrected' ? await impactFor(db, score, found.to) : undefined
  const impact = made?.impact
  const digest = digestOf(sha256, { v: 1, noun: 'objectionProposal', id, found, ...(impact && { impact }) })
  return { found, digest, ...(impact && { impact }) }
}
