import { halfWidth } from '../kernel/normalise.ts'
import type { RunLeaf } from '../result/run-content.ts'
import type { SharedReason } from './model.ts'

/** 雷同 from this many rows on; shorter words than these say the same by themselves (迟报). */
const shared = { rows: 3, characters: 6 } as const

const bare = (reason: string): string => halfWidth(reason.normalize('NFC')).replace(/[\s\p{P}]/gu, '')

/** 扣分理由 that stand word for word for several rows, the most frequent first. */
export const sharedReasons = (leaves: readonly RunLeaf[]): readonly SharedReason[] => {
  const said = leaves.flatMap(({ key, unitIds, deductions }) =>
    unitIds.flatMap((unitId, row) =>
      (deductions[row] ?? []).map(({ reason }) => ({ leafKey: key, unitId, reason, words: bare(reason) })),
    ),
  )
  return [...Map.groupBy(said, ({ words }) => words)]
    .filter(([words, rows]) => [...words].length >= shared.characters && rows.length >= shared.rows)
    .map(([, rows]) => ({
      reason: rows[0]?.reason ?? '',
      rows: rows.length,
      unitIds: [...new Set(rows.map(({ unitId }) => unitId))],
      leafKeys: [...new Set(rows.map(({ leafKey }) => leafKey))],
    }))
    .sort((a, b) => b.rows - a.rows)
}
