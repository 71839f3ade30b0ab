import type { Deliberated } from '../../platform/work/deliberated.ts'
import { planDigest } from './issue-service.ts'

/** Checked plans, each by the digest of its content. Nothing follows at once: issuing asks what the meeting decided (`MayIssue`). */
export const plansDeliberated: Deliberated = {
  waiting: async (db, unitId) => {
    const rows = await db
      .selectFrom('plan')
      .select(['id', 'title', 'content'])
      .where('owner_unit_id', '=', unitId)
      .where('state', '=', 'checked')
      .orderBy('year', 'desc')
      .orderBy('id')
      .execute()
    return rows.map(({ id, title, content }) => ({ id, digest: planDigest(content), title: `《${title}》` }))
  },
  titles: async (db, ids) => {
    const rows = await db
      .selectFrom('plan')
      .select(['id', 'title'])
      .where('id', 'in', [...ids])
      .execute()
    return rows.map(({ id, title }) => [id, `《${title}》`])
  },
}
