import { commandsFor } from '@quanheng/domain/kernel/transition'
import { unanswered } from '@quanheng/domain/verification/acts'
import { opinionOn, standingDraw, unitsToVisit, type Verification } from '@quanheng/domain/verification/model'
import { type VerificationCommandKind, verificationWorkflow } from '@quanheng/domain/verification/transitions'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { issuedPlan } from '../plan/index.ts'
import { dueOf, sheetIsVisible, sheetsVisibleTo, withSignatures } from '../scoring/index.ts'
import { postsOnSide, sendingUnits } from './act-on-verification.ts'
import { ofSheets } from './store.ts'

/** Something of a verification that waits for this person. */
export interface VerificationTask {
  readonly verificationId: string
  readonly sheetId: string
  readonly planTitle: string
  readonly leafName: string
  readonly command: VerificationCommandKind
  /** How many units it is about; 0 where it is about the whole. */
  readonly units: number
  readonly due: string | null
}

const isParty = ({ scope }: Verification, personId: string): boolean =>
  scope.kind === 'random' && (scope.agreement?.parties ?? []).some((party) => party.personId === personId)

/** What is still to be done, in the order of the work. */
const open = (verification: Verification, personId: string): ReadonlyMap<VerificationCommandKind, number> => {
  const units = unitsToVisit(verification).map(({ unitId }) => unitId)
  const visited = (unitId: string) => verification.visits.some((visit) => visit.unitId === unitId)
  const toVisit = units.filter((unitId) => !visited(unitId)).length
  const toOpine = units.filter((unitId) => visited(unitId) && !opinionOn(verification, unitId)).length
  const toAnswer = units.filter((unitId) => {
    const opinion = opinionOn(verification, unitId)
    return opinion?.finding.kind === 'toChange' && !opinion.answer
  }).length
  const found = new Map<VerificationCommandKind, number>()
  const filed = verification.commitments?.find(({ by }) => by.personId === personId)
  if (verification.state === 'committing' && isParty(verification, personId) && !filed) found.set('commit', 0)
  if (verification.state === 'revealing' && filed && !filed.reveal) found.set('reveal', 0)
  const draw = standingDraw(verification)
  if (draw?.witness.personId === personId && !draw.attestation) found.set('witness', 0)
  if (verification.state === 'toDraw') found.set('draw', 0)
  if (verification.state === 'visiting' && toVisit > 0) found.set('recordVisit', toVisit)
  if (toOpine > 0) found.set('giveOpinion', toOpine)
  if (toAnswer > 0) found.set('answer', toAnswer)
  if (verification.state === 'answering' && unanswered(verification).length === 0) found.set('close', 0)
  return found
}

/** 待办 of verification: draws, visits, opinions and answers that this person's posts may give. */
export const verificationTasksOf = async (db: Reader, actor: Actor): Promise<readonly VerificationTask[]> => {
  const rows = await db
    .selectFrom('sheet')
    .innerJoin('verification', 'verification.sheet_id', 'sheet.id')
    .selectAll('sheet')
    .where('verification.state', '!=', 'closed')
    .where(sheetIsVisible(sheetsVisibleTo(actor)))
    .orderBy('sheet.plan_id')
    .orderBy('sheet.key')
    .execute()
  const sheets = await withSignatures(db, rows)
  const verifications = await ofSheets(
    db,
    rows.map((row) => row.id),
  )
  const tasks: VerificationTask[] = []
  for (const { row, verification } of verifications) {
    const sheet = sheets.find((one) => one.row.id === row.sheet_id)
    const plan = sheet && (await issuedPlan(db, row.plan_id))
    if (!sheet || !plan) continue
    const own = postsOnSide(actor.posts, sheet, await sendingUnits(db, plan, sheet.row.scorer_unit_id))
    const may = new Set(own.flatMap((post) => commandsFor(verificationWorkflow, verification.state, post.kind)))
    for (const [command, units] of open(verification, actor.personId)) {
      if (!may.has(command)) continue
      tasks.push({
        verificationId: row.id,
        sheetId: row.sheet_id,
        planTitle: plan.title,
        leafName: sheet.row.leaf_name,
        command,
        units,
        due: dueOf(plan.content, 'verification'),
      })
    }
  }
  return tasks
}
