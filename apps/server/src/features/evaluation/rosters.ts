import { type Evaluation, type Evaluator, unitsFor } from '@quanheng/domain/evaluation/model'
import type { Tx } from '../../platform/database/database.ts'
import { heldPosts } from '../organisation/index.ts'

/** Whom the channels ask on this day: each person once a channel, with all units that are the person's own. Whose ballot would be empty is not asked. */
export const evaluatorsOn = async (tx: Tx, evaluation: Evaluation, on: string): Promise<readonly Evaluator[]> => {
  const { content } = evaluation
  const found: Evaluator[] = []
  for (const { key, way, roster } of content.channels) {
    if (way === 'paper') continue
    const held = await heldPosts(tx, { unitIds: roster.unitIds, on })
    for (const post of held) {
      const isThere = found.some(({ channelKey, personId }) => channelKey === key && personId === post.personId)
      if (isThere || !roster.posts.includes(post.kind)) continue
      found.push({ channelKey: key, personId: post.personId, unitId: post.unitId, ownUnitIds: [] })
    }
  }
  const posts = await heldPosts(tx, { personIds: [...new Set(found.map(({ personId }) => personId))], on })
  const own = Map.groupBy(posts, ({ personId }) => personId)
  return found
    .map((one) => ({
      ...one,
      ownUnitIds: [...new Set((own.get(one.personId) ?? []).map(({ unitId }) => unitId))],
    }))
    .filter((one) => unitsFor(evaluation, one).length > 0)
}
