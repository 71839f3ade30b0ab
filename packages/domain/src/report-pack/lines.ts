import type { ItemKey } from '../plan/items.ts'
import type { PlanContent } from '../plan/model.ts'
import { nodeByKey } from '../plan/tree.ts'

/** One line of the evidence lists (台账目录清单) of a report pack (填报包), with the number that its folder bears. */
export interface PackLine extends ItemKey {
  /** `01`, `02` …: two digits, three where there are a hundred lines. */
  readonly number: string
  readonly requirementKey: string
  readonly leafName: string
  readonly name: string
  readonly required: boolean
}

/** Scans of what was printed and stamped go here: they belong to the whole pack, not to a line. */
export const originalsFolder = '00-盖章原件扫描'

/** The lines of these items in the order of the plan. The same version of a plan numbers them alike, so that a folder finds its line again. */
export const packLines = (content: PlanContent, items: readonly ItemKey[]): readonly PackLine[] => {
  const found = items.flatMap(({ leafKey, unitId }) => {
    const leaf = nodeByKey(content, leafKey)
    const list = leaf?.scoring?.evidenceList ?? []
    return list.map(({ key, name, required }) => ({
      leafKey,
      unitId,
      requirementKey: key,
      leafName: leaf?.name ?? leafKey,
      name,
      required,
    }))
  })
  const digits = found.length > 99 ? 3 : 2
  return found.map((line, at) => ({ number: String(at + 1).padStart(digits, '0'), ...line }))
}

/** Signs that Windows refuses in names, and blanks at the ends, which it drops. */
const plain = (text: string, most: number): string => {
  const kept = [...text.normalize('NFC').replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')].slice(0, most).join('')
  return kept.trim().replace(/[. ]+$/, '')
}

/** The folder of a line: number, indicator, entry; with the unit where the pack holds more than one. Short enough for Windows. */
export const folderOf = (line: PackLine, unitName?: string): string =>
  [
    line.number,
    ...(unitName === undefined ? [] : [plain(unitName, 12)]),
    plain(line.leafName, 16),
    plain(line.name, 24),
  ]
    .filter((part) => part !== '')
    .join('-')
