import type { PostKind } from '@quanheng/domain/ability/posts'
import { missingPartyIds } from '@quanheng/domain/verification/commitment'
import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnVerification } from '@quanheng/domain/workbench/next-on-verification'
import type { Reader } from '../../platform/database/database.ts'
import { heldPosts } from '../organisation/index.ts'
import type { IssuedPlan } from '../plan/index.ts'
import type { LoadedSheet } from '../scoring/index.ts'
import { sendingUnits } from './act-on-verification.ts'
import type { LoadedVerification } from './store.ts'

interface NextOnIt {
  readonly command: string
  readonly people: readonly {
    readonly name: string
    readonly post: PostKind
    readonly unitName: string
    readonly personId: string
    readonly sectionId: string | null
  }[]
}

/** The parties of an agreed seed that are waited for, under the post that makes them one. */
const parties = async (db: Reader, personIds: readonly string[], today: string): Promise<NextOnIt['people']> => {
  const held = await heldPosts(db, { personIds, on: today })
  return personIds.flatMap((personId) => {
    const own = held.filter((post) => post.personId === personId)
    const post = own.find(({ kind }) => kind === 'observer') ?? own[0]
    return post
      ? [{ name: post.personName, post: post.kind, unitName: post.unitName, personId, sectionId: post.sectionId }]
      : []
  })
}

/** Who acts next on a verification, by name: its scoring side, or the group that one of the bodies concerned sends. */
export const nextPeople = async (
  db: Reader,
  { verification }: LoadedVerification,
  { sheet }: LoadedSheet,
  plan: IssuedPlan,
  today: string,
): Promise<NextOnIt | undefined> => {
  const act = nextOnVerification(verification, sheet.scorer)
  if (act === undefined) return undefined
  const waiting = missingPartyIds(verification)
  if (waiting.length > 0) return { command: act.verb, people: await parties(db, waiting, today) }
  const bodies = act.unitId === undefined ? await sendingUnits(db, plan, sheet.scorer.unitId) : [act.unitId]
  const held = (await Promise.all([...new Set(bodies)].map((unitId) => heldPosts(db, { unitId, on: today })))).flat()
  const people = held
    .filter(({ personId, kind, unitId, sectionId }) =>
      mayAct(act, { personId, post: kind, unitId, ...(sectionId !== null && { sectionId }) }),
    )
    .map(({ personId, personName, kind, unitName, sectionId }) => ({
      name: personName,
      post: kind,
      unitName,
      personId,
      sectionId,
    }))
  return { command: act.verb, people }
}
