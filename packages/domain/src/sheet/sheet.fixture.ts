import type { PostKind } from '../ability/posts.ts'
import type { Deduction, ItemRow } from '../item/model.ts'
import type { Actor, CommandContext } from '../kernel/command-context.ts'
import type { Hash } from '../kernel/digest.ts'
import type { IndicatorNode, SignatureRole } from '../plan/model.ts'
import type { Outcome } from '../rule/outcome.ts'
import type { SheetContext } from './commands.ts'
import { composeSheet } from './compose.ts'
import type { Sheet } from './model.ts'
import type { SigningOrder } from './signing.ts'

/** FNV-1a, repeated to 16 bytes: enough to tell contents apart where no cryptography is wanted. */
export const testHash: Hash = (bytes) => {
  let state = 2_166_136_261
  for (const byte of bytes) state = Math.imul(state ^ byte, 16_777_619)
  return Uint8Array.from({ length: 16 }, (_, at) => (state >>> (8 * (at % 4))) & 255)
}

export const clause = { kind: 'clause', article: '四（二）' } as const

export const aScored = (points: string, fullMark = '10'): Outcome => ({
  status: 'scored',
  points,
  fullMark,
  trace: { code: 'ratio', clause: '', inputs: [], arithmetic: '', value: points, children: [], fullMark, losses: [] },
})

export const aDeduction = (points: string, reason = '未完成年度目标'): Deduction => ({ points, reason, basis: clause })

export const aRow = (unitId: string, more: Partial<ItemRow> = {}, item: Partial<ItemRow['item']> = {}): ItemRow => ({
  item: {
    id: `item-${unitId}`,
    planId: 'plan-1',
    leafKey: 'projects',
    unitId,
    planVersion: 1,
    version: 1,
    dataSource: '市统计局年报',
    basis: clause,
    deductions: [],
    ...item,
  },
  outcome: aScored('10'),
  data: [{ datumId: `datum-${unitId}`, version: 1, digest: 'd1', closed: true }],
  evidence: [],
  ...more,
})

export const aLeaf = (): IndicatorNode => ({ key: 'projects', name: '重大项目提升行动', fullMark: '10', basis: clause })

export const aSheet = (more: Partial<Sheet> = {}): Sheet => ({
  id: 'sheet-1',
  planId: 'plan-1',
  planVersion: 1,
  key: 'projects',
  leafKey: 'projects',
  scorer: { unitId: 'lead', sectionId: 'investment', by: 'responsibility', basis: clause },
  unitIds: ['transport', 'education', 'health'],
  groupRelative: false,
  version: 1,
  state: 'toScore',
  signatures: [],
  fallenRows: [],
  verification: { kind: 'undecided' },
  ...more,
})

const twoSign: readonly SignatureRole[] = [
  { role: 'handler', posts: ['handler', 'officeStaff'] },
  { role: 'sectionHead', posts: ['sectionHead', 'officeDirector'] },
]

export const anOrder = (more: Partial<SigningOrder> = {}): SigningOrder => ({
  map: twoSign,
  sectionHeadIds: ['sectionHead@lead'],
  ...more,
})

export const ofSection = (post: PostKind, more: Partial<Actor> = {}): Actor => ({
  personId: `${post}@lead`,
  postId: `post-${post}`,
  post,
  unitId: 'lead',
  sectionId: 'investment',
  ownUnitIds: ['lead'],
  ...more,
})

export const commandBy = (actor: Actor): CommandContext => {
  let ids = 0
  return { now: '2025-01-18T09:00:00+08:00', today: '2025-01-18', actor, newId: () => `${actor.personId}-${++ids}` }
}

export const compose = (sheet: Sheet, rows = sheet.unitIds.map((unitId) => aRow(unitId))) =>
  composeSheet(
    {
      sheet,
      plan: { id: 'plan-1', version: sheet.planVersion, digest: 'p1' },
      leaf: aLeaf(),
      rows,
      ...(sheet.groupRelative && { groupColumn: 'g1' }),
    },
    testHash,
  )

export const sheetContext = (sheet: Sheet, actor: Actor, more: Partial<SheetContext> = {}): SheetContext => ({
  ...commandBy(actor),
  composed: compose(sheet),
  order: anOrder(),
  paperSignerUnitIds: ['lead'],
  ...more,
})
