import type { sheetRow } from '@quanheng/contract/sheet'
import { standingUnits } from '@quanheng/domain/sheet/model'
import { nextSheetAct } from '@quanheng/domain/sheet/next-act'
import type { z } from 'zod'
import type { Actor } from '../../platform/door/actor.ts'
import { dueOf } from './due.ts'
import type { Names } from './names.ts'
import { blockersOf, type ReadSheet, rowsWithout } from './read-sheet.ts'
import { scoringPosts } from './scope.ts'

type Row = z.infer<typeof sheetRow>

/** Who holds a post on the scoring side of the sheet today. */
export const holdersOn = ({ row, holders }: Pick<ReadSheet, 'row' | 'holders'>): ReadSheet['holders'] => {
  const own = scoringPosts(
    holders.map((post) => ({ ...post, sectionName: post.sectionName ?? null })),
    row,
  )
  const ids = new Set(own.map((post) => post.id))
  return holders.filter((post) => ids.has(post.id))
}

/** Who does what comes next: posts of the scoring side and the people who hold them today. */
const nextOf = (read: ReadSheet): Row['next'] => {
  const next = nextSheetAct(read.sheet, read.order)
  if (!next) return null
  return {
    command: next.command,
    posts: [...next.posts],
    people: holdersOn(read)
      .filter((post) => next.posts.includes(post.kind))
      .map((post) => ({ name: post.personName, post: post.kind, unitName: post.sectionName ?? post.unitName })),
  }
}

/** A sheet as one line of a list: what it is, how far it is, who acts next. */
export const presentSheet = (read: ReadSheet, actor: Actor, names: Names): Row => {
  const { row, sheet, plan, composed } = read
  const next = nextOf(read)
  const standing = standingUnits(sheet)
  const rows = composed.rows.filter(({ item }) => standing.includes(item.unitId))
  const kinds = scoringPosts(actor.posts, row).map((post) => post.kind)
  return {
    id: row.id,
    planId: row.plan_id,
    planTitle: plan.title,
    year: plan.year,
    leafKey: row.leaf_key,
    leafName: row.leaf_name,
    scorerUnitId: row.scorer_unit_id,
    scorerUnitName: names.get(row.scorer_unit_id) ?? '',
    scorerSectionName: row.scorer_section_id === null ? null : (names.get(row.scorer_section_id) ?? ''),
    by: row.scorer.by,
    amends: row.amends,
    state: row.state,
    units: standing.length,
    ready: rowsWithout(rows, blockersOf(read)),
    due: dueOf(plan.content, row.state === 'signed' || row.state === 'toVerify' ? 'verification' : 'preliminaryScore'),
    returnReason: row.return_reason,
    fallCause: row.fall_cause,
    next,
    mine: next !== null && kinds.some((kind) => next.posts.includes(kind)),
  }
}
