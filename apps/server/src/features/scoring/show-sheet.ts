import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import type { showSheet } from '@quanheng/contract/sheet'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { lineage } from '@quanheng/domain/plan/tree'
import { say } from '@quanheng/domain/rule/say'
import { maySheet } from '@quanheng/domain/sheet/next-act'
import { requiredRoles } from '@quanheng/domain/sheet/signing'
import { isStanding } from '@quanheng/domain/signature/model'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, unitIdsOf } from '../../platform/door/actor.ts'
import { leafOf } from './content.ts'
import { type Names, namesOf } from './names.ts'
import { namedIds, rowsOf } from './present-rows.ts'
import { presentSheet } from './present-sheet.ts'
import { presentSignatures, signersOf } from './present-signatures.ts'
import { blockersOf, type ReadSheet, readSheets } from './read-sheet.ts'
import { scoringPosts, sheetIsVisible, sheetsVisibleTo } from './scope.ts'
import { withSignatures } from './sheet-store.ts'
import { familyOf, presentSignAgain } from './sign-again.ts'

type Reply = ReplyOf<typeof showSheet>

/** One sheet in the actor's scope, read with what it rests on. */
export const readVisible = async (
  db: Reader,
  actor: Actor,
  sheetId: string,
  today: string,
): Promise<Result<ReadSheet, Refusal>> => {
  const row = await db
    .selectFrom('sheet')
    .selectAll()
    .where('sheet.id', '=', sheetId)
    .where(sheetIsVisible(sheetsVisibleTo(actor)))
    .executeTakeFirst()
  if (row === undefined) return refuse('platform.notFound')
  const [read] = await readSheets(db, await withSignatures(db, [row]), today)
  return read ? ok(read) : refuse('platform.notFound')
}

export const sheetNames = (db: Reader, read: ReadSheet): Promise<Names> => {
  const rows = namedIds(read)
  const signers = signersOf(read.sheet)
  const { row, plan } = read
  return namesOf(db, {
    units: [...rows.units, ...signers.units, row.scorer_unit_id, plan.ownerUnitId],
    sections: [...rows.sections, ...(row.scorer_section_id === null ? [] : [row.scorer_section_id])],
    people: signers.people,
  })
}

const orderShown = ({ sheet, order }: ReadSheet): Reply['order'] =>
  requiredRoles(sheet, order).map(({ role, posts }) => ({
    role,
    posts: [...posts],
    signatureId: sheet.signatures.find((one) => isStanding(one) && one.role === role)?.id ?? null,
  }))

const mayNow = (read: ReadSheet, actor: Actor): Reply['may'] => {
  const kinds = scoringPosts(actor.posts, read.row).map((post) => post.kind)
  const may = maySheet(read.sheet, kinds, read.order)
  const records = ['toScore', 'scored', 'returned'].includes(read.sheet.state)
  const handles = kinds.some((kind) => kind === 'handler' || kind === 'officeStaff')
  return [...may, ...(records && handles ? (['record'] as const) : [])]
}

export const show = async (
  db: Reader,
  actor: Actor,
  sheetId: string,
  today: string,
): Promise<Result<Reply, Refusal>> => {
  const visible = await readVisible(db, actor, sheetId, today)
  if (!visible.ok) return visible
  const read = visible.value
  const { row, sheet, plan, ownPlan, composed } = read
  const names = await sheetNames(db, read)
  const leaf = leafOf(ownPlan.content, row.leaf_key)
  const rule = leaf.scoring?.rule
  const said = rule && say(rule)
  const { amendments, amended } = await familyOf(db, read, today)
  const again = await presentSignAgain(db, [
    { read, amended },
    ...amendments.map((one) => ({ read: one, amended: sheet })),
  ])
  const own = row.unit_ids.find((unitId) => unitIdsOf(actor.posts).includes(unitId))
  return ok({
    ...presentSheet(read, actor, names),
    version: row.version,
    number: row.number,
    planNumber: row.plan_number,
    ownerUnitName: names.get(plan.ownerUnitId) ?? '',
    path: lineage(ownPlan.content, row.leaf_key)
      .slice(1)
      .map((node) => node.name)
      .reverse(),
    fullMark: leaf.fullMark,
    measure: leaf.scoring?.card.unit ?? '',
    sentence: rule?.text || said?.sentence || leaf.scoring?.sentence || '',
    notes: said?.notes.map((note) => note.text) ?? [],
    completionStandard: leaf.scoring?.completionStandard ?? '',
    clause: leaf.basis,
    digest: composed.digest,
    code: composed.code,
    rows: rowsOf(read, names),
    blockers: blockersOf(read).map(({ code, at, params }) => ({
      code,
      ...(at && { at }),
      ...(params && { params: { ...params } }),
    })),
    signatures: presentSignatures(sheet, names),
    signAgain: again,
    order: orderShown(read),
    may: mayNow(read, actor),
    ownUnitName: own === undefined ? null : (names.get(own) ?? ''),
    verification:
      row.verification.kind === 'waived'
        ? { kind: 'waived', reason: row.verification.reason }
        : { kind: row.verification.kind },
    amendments: amendments.map(({ row: { id, state, unit_ids } }) => ({
      id,
      state,
      unitNames: unit_ids.map((unitId) => names.get(unitId) ?? ''),
    })),
    versions: read.versions.map((one) => ({
      number: one.number,
      code: one.check_code,
      digest: one.digest,
      at: one.at.toISOString(),
    })),
  })
}
