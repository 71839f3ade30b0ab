import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { draftOf } from './content.ts'
import { registeredNames } from './names.ts'
import { drafting, visibleNotice } from './store.ts'

/** An indicator as a notice says it; empty where it is silent. */
export interface NoticeIndicator {
  readonly name: string
  readonly fullMark: string
  readonly task: string
  readonly sentence: string
}

/**
 * The scored indicators of a notice that the actor's body imported, in its order: what was decided about each field, and as read where
 * nobody decided. Undefined where there is no such notice in sight.
 */
export const noticeIndicators = async (
  db: Reader,
  actor: Actor,
  noticeId: string,
  today: string,
): Promise<readonly NoticeIndicator[] | undefined> => {
  const row = drafting(actor).length === 0 ? undefined : await visibleNotice(db, actor, noticeId)
  if (row === undefined) return undefined
  const names = await registeredNames(db, today)
  const { content } = draftOf({ row, names, kind: 'appraisalPlan', undecided: 'accepted' })
  return content.indicators.flatMap(({ name, fullMark, scoring }) =>
    scoring === undefined
      ? []
      : [
          {
            name,
            fullMark,
            task: scoring.completionStandard,
            sentence: scoring.rule?.text ?? scoring.sentence ?? '',
          },
        ],
  )
}
