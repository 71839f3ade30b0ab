import type { Refusal } from '@quanheng/contract/errors'
import type * as contract from '@quanheng/contract/milestone'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, type Result } from '@quanheng/domain/kernel/result'
import { decideMilestone, type MilestoneCommand } from '@quanheng/domain/milestone/decide'
import type { Milestone } from '@quanheng/domain/milestone/model'
import { sql } from 'kysely'
import { unitIdsOf } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { filesSent } from '../../platform/files/sent-files.ts'
import { type Acting, actOn } from '../../platform/work/act-on-kept.ts'
import { milestoneIsVisible, milestonesVisibleTo } from './scope.ts'
import { type KeptMilestone, milestoneKeeper } from './store.ts'
import type { MilestoneRow } from './tables.ts'
import { tellLights } from './tell.ts'

const trimmed = (text: string): string => normaliseText(text).trim()

type Choose = Acting<MilestoneRow, Milestone, MilestoneCommand>['postOn']

/** The lead unit's section first, then the office. */
const ofConfirmer: Choose = (posts, { row }) =>
  posts.find(
    ({ unitId, sectionId }) =>
      unitId === row.lead_unit_id && (row.lead_section_id === null || sectionId === row.lead_section_id),
  ) ??
  posts.find(
    ({ unitId, kind }) => unitId === row.office_unit_id && (kind === 'officeStaff' || kind === 'officeDirector'),
  ) ??
  posts.find(({ unitId }) => unitId === row.lead_unit_id) ??
  posts[0]

const ofUnit: Choose = (posts, { row }) => posts.find(({ unitId }) => unitId === row.unit_id) ?? posts[0]

const acting: Acting<MilestoneRow, Milestone, MilestoneCommand> = {
  keeper: milestoneKeeper,
  seenBy: (actor) => milestoneIsVisible(milestonesVisibleTo(actor)),
  postOn: ofConfirmer,
  decide: async (asked, { model }, command, post) => decideMilestone(model, command, commandContext(asked, post)),
}

interface Asked extends Asking {
  readonly params: { readonly milestoneId: string }
  readonly body: { readonly version: number }
}

const actOnMilestone = (
  asked: Asked,
  read: (held: KeptMilestone) => Promise<Result<MilestoneCommand, Refusal>>,
  choose?: Choose,
) => actOn(acting, asked, { id: asked.params.milestoneId, version: asked.body.version }, read, choose)

export const report: CommandHandler<typeof contract.reportMilestone> = (asked) =>
  actOnMilestone(
    asked,
    async ({ row }) => {
      const { words, completedOn, reached, files } = asked.body
      const digests = files.map(({ digest }) => digest)
      const sent = await filesSent(asked, digests, row.file_digests, 'body.files')
      return sent.ok ? ok({ kind: 'report', words: trimmed(words), completedOn, reached, files }) : sent
    },
    ofUnit,
  )

export const confirm: CommandHandler<typeof contract.confirmMilestone> = (asked) =>
  actOnMilestone(asked, async () => ok({ kind: 'confirm', words: trimmed(asked.body.words) }))

export const sendBack: CommandHandler<typeof contract.returnMilestone> = (asked) =>
  actOnMilestone(asked, async () => ok({ kind: 'return', reason: trimmed(asked.body.reason) }))

export const miss: CommandHandler<typeof contract.missMilestone> = (asked) =>
  actOnMilestone(asked, async () => ok({ kind: 'miss', reason: trimmed(asked.body.reason) }))

/** 按亮灯催办: what the platform does every night, now, for milestones that this person's bodies confirm. */
export const urge: CommandHandler<typeof contract.urgeMilestones> = async ({ tx, posts, context }) => {
  const units = unitIdsOf(posts)
  const told = await tellLights(
    tx,
    context,
    sql<boolean>`(lead_unit_id = ANY(${[...units]}::uuid[]) OR office_unit_id = ANY(${[...units]}::uuid[]))`,
  )
  return ok({
    post: posts[0] ?? null,
    events: [{ type: 'milestonesTold', told }],
    changes: [],
    reply: {
      milestones: new Set(told.map(({ milestoneId }) => milestoneId)).size,
      people: new Set(told.flatMap(({ personIds }) => personIds)).size,
    },
  })
}
