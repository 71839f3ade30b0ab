import type { Refusal } from '@quanheng/contract/errors'
import type { CircularCommand, CircularContext } from '@quanheng/domain/circular/commands'
import { decideCircular } from '@quanheng/domain/circular/decide'
import { type Circular, type CircularContent, circularWord } from '@quanheng/domain/circular/model'
import type { Result } from '@quanheng/domain/kernel/result'
import type { Reader, Tx } from '../../platform/database/database.ts'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import { type Acting, actOn, decideOn, officePost } from '../../platform/work/act-on-kept.ts'
import { letterheadFor } from '../approval/index.ts'
import { groupOf } from '../meeting/index.ts'
import { receiversOn } from './addressed.ts'
import { circularIsVisible, circularsVisibleTo } from './scope.ts'
import { circularKeeper, type KeptCircular } from './store.ts'
import type { CircularRow } from './tables.ts'

interface AskedOfOne extends Asking {
  readonly params: { readonly circularId: string }
  readonly body: { readonly version?: number }
}

/** 第N期: one more than the last briefing of the unit in the year; two at once wait for each other at the unit. */
const nextIssue = async (tx: Tx, unitId: string, year: number): Promise<number> => {
  await tx.selectFrom('unit').select('id').where('id', '=', unitId).forUpdate().execute()
  const { last } = await tx
    .selectFrom('circular')
    .select((made) => made.fn.max('issue').as('last'))
    .where('unit_id', '=', unitId)
    .where('issue_year', '=', year)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

/** The red head that was chosen, or the unit's own for the kind, or the name of the group. */
export const letterheadOf = async (db: Reader, unitId: string, { kind, letterheadId }: CircularContent) => {
  const chosen =
    letterheadId === undefined
      ? undefined
      : await db
          .selectFrom('letterhead')
          .select(['organ', 'word'])
          .where('id', '=', letterheadId)
          .where('unit_id', '=', unitId)
          .executeTakeFirst()
  if (chosen) return chosen
  const word = circularWord[kind]
  const own = word === '简报' ? undefined : await letterheadFor(db, unitId, word)
  const group = await groupOf(db, unitId)
  return {
    organ: own?.organs.join('') ?? group?.name ?? '绩效考评领导小组',
    word: own?.word ?? (kind === 'briefing' ? '工作简报' : '文件'),
  }
}

const meetingDecided = async (db: Reader, unitId: string, meetingId: string | undefined): Promise<boolean> =>
  meetingId !== undefined &&
  (await db
    .selectFrom('meeting')
    .select('id')
    .where('id', '=', meetingId)
    .where('unit_id', '=', unitId)
    .where('state', 'in', ['concluded', 'issued'])
    .executeTakeFirst()) !== undefined

export const circularContext = async (
  asked: Asking,
  unitId: string,
  content: CircularContent,
  post: HeldPost,
  issuing?: string,
): Promise<CircularContext> => ({
  ...commandContext(asked, post),
  ...(await receiversOn(asked.tx, unitId, content, asked.context.today)),
  nextIssue: issuing === undefined ? 1 : await nextIssue(asked.tx, unitId, Number(issuing.slice(0, 4))),
  letterhead: await letterheadOf(asked.tx, unitId, content),
  meetingDecided: await meetingDecided(asked.tx, unitId, content.meetingId),
})

const acting: Acting<CircularRow, Circular, CircularCommand> = {
  keeper: circularKeeper,
  seenBy: (actor) => circularIsVisible(circularsVisibleTo(actor)),
  postOn: (posts, { row }) => officePost(posts, row.unit_id, 'steeringHead', 'officeDirector'),
  decide: async (asked, { model }, command, post) => {
    const issuing = command.kind === 'issue' ? command.on : undefined
    return decideCircular(model, command, await circularContext(asked, model.unitId, model.content, post, issuing))
  },
}

const at = ({ params, body }: AskedOfOne) => ({ id: params.circularId, version: body.version })

type Read = (held: KeptCircular) => Promise<Result<CircularCommand, Refusal>>

/** For a command that changes more than the circular. */
export const decideOnCircular = (asked: AskedOfOne, read: Read) => decideOn(acting, asked, at(asked), read)

export const actOnCircular = (asked: AskedOfOne, read: Read, choose?: (typeof acting)['postOn']) =>
  actOn(acting, asked, at(asked), read, choose)
