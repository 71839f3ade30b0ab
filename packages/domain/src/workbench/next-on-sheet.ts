import type { PostKind } from '../ability/posts.ts'
import { postsFor } from '../kernel/transition.ts'
import type { Sheet, SheetState } from '../sheet/model.ts'
import { nextRole, type SigningOrder } from '../sheet/signing.ts'
import { type SheetCommandKind, sheetWorkflow } from '../sheet/transitions.ts'
import { isStanding } from '../signature/model.ts'
import type { NextAct } from './next-act.ts'

const forward: Readonly<Partial<Record<SheetState, SheetCommandKind>>> = {
  toScore: 'score',
  returned: 'score',
  scored: 'sign',
  awaitingHead: 'sign',
  signed: 'openVerification',
  toVerify: 'closeVerification',
  verified: 'aggregate',
}

/** Who acts next on a score sheet. A paper signature that waits for its second person comes before the next signer. */
export const nextOnSheet = (sheet: Sheet, order: SigningOrder, due?: string): NextAct | undefined => {
  const verb = forward[sheet.state]
  if (!verb) return undefined
  const waiting = sheet.signatures.find((signature) => signature.state === 'registered')
  if (verb === 'sign' && waiting) {
    const registrar = waiting.means.kind === 'paper' ? [waiting.means.registeredBy.personId] : []
    const posts = postsFor(sheetWorkflow, sheet.state, 'confirmPaper')
    return { ...placed(sheet, posts, due), verb: 'confirmPaper', except: registrar }
  }
  const role = verb === 'sign' ? nextRole(sheet, order) : undefined
  const signed = sheet.signatures.filter(isStanding).map(({ signer }) => signer.personId)
  return {
    ...placed(sheet, role?.posts ?? postsFor(sheetWorkflow, sheet.state, verb), due),
    verb,
    ...(verb === 'sign' && signed.length > 0 && { except: signed }),
  }
}

/** A section narrows only holders that sit in one (see mayAct): the leader in charge stands above sections. */
const placed = ({ id, scorer }: Sheet, posts: readonly PostKind[], due: string | undefined) => ({
  noun: 'sheet' as const,
  id,
  posts,
  unitId: scorer.unitId,
  ...(scorer.sectionId !== undefined && { sectionId: scorer.sectionId }),
  ...(due !== undefined && { due }),
})
