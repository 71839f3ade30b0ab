import type { editPaper, PaperWords } from '@quanheng/contract/report'
import { normaliseName, normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { checkWords } from '@quanheng/domain/report/words'
import { figureAt } from '@quanheng/domain/result/run-figures'
import type { Reader } from '../../platform/database/database.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { lockIssuedPlan } from '../plan/index.ts'
import {
  carryingPosts,
  composePaper,
  frozenRun,
  lockResult,
  paperChange,
  paperOfResult,
  saveWords,
} from '../result/index.ts'

/** Lines and paragraphs as they are kept: one form of every character, nothing empty in a list. */
const normaliseWords = (words: PaperWords): PaperWords => {
  const prose = (paragraphs: readonly string[]) =>
    paragraphs.map((text) => normaliseText(text).trim()).filter((text) => text !== '')
  const names = (list: readonly string[]) => list.map(normaliseName).filter((name) => name !== '')
  return {
    title: normaliseName(words.title),
    overview: prose(words.overview),
    completion: prose(words.completion),
    scores: prose(words.scores),
    notes: prose(words.notes),
    letter: {
      title: normaliseName(words.letter.title),
      addressees: names(words.letter.addressees),
      body: prose(words.letter.body),
      contact: {
        name: normaliseName(words.letter.contact.name),
        phone: normaliseName(words.letter.contact.phone),
      },
      copies: names(words.letter.copies),
    },
  }
}

/** Words may change while no paper over them is under way: before it is sent round, when it came back, when the office sent it back. */
export const wordsAreOpen = async (db: Reader, resultId: string): Promise<boolean> => {
  const rows = await db
    .selectFrom('approval')
    .innerJoin('plan', 'plan.id', 'approval.plan_id')
    .leftJoin('lead_report', (join) =>
      join
        .onRef('lead_report.plan_id', '=', 'plan.parent_plan_id')
        .onRef('lead_report.lead_unit_id', '=', 'approval.owner_unit_id'),
    )
    .select(['approval.state', 'lead_report.state as register'])
    .where('approval.result_id', '=', resultId)
    .execute()
  return rows.every(
    ({ state, register }) =>
      state === 'returned' || state === 'fallen' || (state === 'completed' && register === 'returned'),
  )
}

export const edit: CommandHandler<typeof editPaper> = async (asked) => {
  const { tx, posts, params, body } = asked
  const place = await tx
    .selectFrom('paper')
    .select(['plan_id', 'result_id'])
    .where('id', '=', params.paperId)
    .executeTakeFirst()
  const plan = place && (await lockIssuedPlan(tx, place.plan_id))
  const post = plan ? carryingPosts(posts, plan)[0] : undefined
  if (!place || !post) return refuse('platform.notFound')
  const held = await lockResult(tx, place.result_id)
  const frozen = await frozenRun(tx, place.result_id)
  const before = await paperOfResult(tx, place.result_id)
  if (!held || !frozen || !before) return refuse('platform.notFound')
  const current = await sameVersion(tx, before, body.version)
  if (!current.ok) return current
  if (held.result.state === 'voided' || !(await wordsAreOpen(tx, place.result_id))) {
    return refuse('scoreReport.underWay')
  }
  const words = checkWords(normaliseWords(body.words), (path) => figureAt(frozen.run, path))
  if (!words.ok) return words
  const after = await saveWords(tx, before, words.value)
  return ok({
    post,
    events: [{ type: 'paperWordsChanged', paperId: after.id, words: after.words }],
    changes: [paperChange(before, after)],
    reply: { version: after.version, paperDigest: composePaper(frozen.run, after).digest },
  })
}
