import type { ReplyOf } from '@quanheng/contract/route'
import type { showSheet } from '@quanheng/contract/sheet'
import type { Sheet } from '@quanheng/domain/sheet/model'
import { signAgain } from '@quanheng/domain/sheet/sign-again'
import type { Reader } from '../../platform/database/database.ts'
import { namesOf } from './names.ts'
import { holdersOn } from './present-sheet.ts'
import { type ReadSheet, readSheets } from './read-sheet.ts'
import { withSignatures } from './sheet-store.ts'

type Shown = ReplyOf<typeof showSheet>['signAgain']

/** The sheet that this one amends, and those that amend it. */
export const familyOf = async (
  db: Reader,
  { row }: ReadSheet,
  today: string,
): Promise<{ readonly amendments: readonly ReadSheet[]; readonly amended: Sheet | undefined }> => {
  const rows = await db
    .selectFrom('sheet')
    .selectAll()
    .where((where) => where.or([where('amends', '=', row.id), where('id', '=', row.amends ?? row.id)]))
    .where('id', '<>', row.id)
    .orderBy('id')
    .execute()
  const loaded = await withSignatures(db, rows)
  return {
    amendments: await readSheets(
      db,
      loaded.filter((one) => one.row.amends === row.id),
      today,
    ),
    amended: loaded.find((one) => one.row.id === row.amends)?.sheet,
  }
}

/** 须重新签字, with the names of whose signatures fell, of who may give them now, and of the units concerned. */
export const presentSignAgain = async (
  db: Reader,
  family: readonly { readonly read: ReadSheet; readonly amended: Sheet | undefined }[],
): Promise<Shown> => {
  const owed = family.flatMap(({ read, amended }) =>
    signAgain(read.sheet, read.order, amended).map((one) => ({ ...one, holders: holdersOn(read) })),
  )
  const names = await namesOf(db, {
    people: owed.map(({ formerId }) => formerId),
    units: owed.flatMap(({ unitIds }) => unitIds),
  })
  return owed.map(({ sheetId, role, posts, formerId, cause, unitIds, holders }) => ({
    sheetId,
    role,
    posts: [...posts],
    formerly: names.get(formerId) ?? '',
    cause,
    unitNames: unitIds.map((unitId) => names.get(unitId) ?? ''),
    people: holders.filter(({ kind }) => posts.includes(kind)).map(({ personName }) => personName),
  }))
}
