import type { Reader } from '../../platform/database/database.ts'
import { unitNames } from '../result/index.ts'
import type { Kept } from './papers/archive-catalogue.ts'

/** What the year of a plan leaves behind: versions issued, decisions, papers, packages. Unscoped. */
export const keptOf = async (db: Reader, planId: string): Promise<readonly Kept[]> => {
  const plan = await db
    .selectFrom('plan')
    .select(['owner_unit_id', 'title'])
    .where('id', '=', planId)
    .executeTakeFirst()
  if (plan === undefined) return []
  const author = (await unitNames(db, [plan.owner_unit_id])).get(plan.owner_unit_id) ?? ''
  const versions = await db
    .selectFrom('plan_version')
    .select(['number', 'document_number', 'issued_on', 'scan_digest'])
    .where('plan_id', '=', planId)
    .orderBy('number')
    .execute()
  const decisions = await db
    .selectFrom('decision')
    .innerJoin('result', 'result.id', 'decision.subject_id')
    .innerJoin('decision_confirmation', 'decision_confirmation.decision_id', 'decision.id')
    .select(['decision.body', 'decision.number', 'decision.decided_on', 'decision.scan_digest'])
    .where('result.plan_id', '=', planId)
    .execute()
  const papers = await db
    .selectFrom('issued_paper')
    .select(['title', 'document_number', 'issued_on', 'sha256'])
    .where('plan_id', '=', planId)
    .execute()
  const packages = await db
    .selectFrom('submission')
    .select(['document_number', 'zip_digest'])
    .where('plan_id', '=', planId)
    .where('overtaken', '=', false)
    .execute()
  return [
    ...versions.map((row) => ({
      title: row.number === 1 ? plan.title : `${plan.title}（第${row.number}版）`,
      number: row.document_number,
      author,
      on: row.issued_on,
      sha256: row.scan_digest,
    })),
    ...decisions.map((row) => ({
      title: `${row.body}审定考核评分结果的会议材料`,
      number: row.number,
      author: row.body,
      on: row.decided_on,
      sha256: row.scan_digest,
    })),
    ...papers.map((row) => ({
      title: row.title,
      number: row.document_number,
      author,
      on: row.issued_on,
      sha256: row.sha256,
    })),
    ...packages.map((row) => ({
      title: '报送包（公文、评分表及核对文件）',
      number: row.document_number,
      author,
      on: null,
      sha256: row.zip_digest,
    })),
  ]
}
