import { listUnits } from '@quanheng/contract/organisation'
import type { ReplyOf } from '@quanheng/contract/route'
import { normaliseName } from '@quanheng/domain/kernel/normalise'
import { call } from '../../../shared/api/client.ts'

type Unit = ReplyOf<typeof listUnits>['rows'][number]

/** Names in a list as people copy it: one a line, a column from Excel, or set apart by 、 and commas. */
export const namesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\n\r\t、，,;；]/)
      .map(normaliseName)
      .filter((name) => name !== ''),
  ),
]

export interface FoundUnits {
  readonly units: readonly Pick<Unit, 'id' | 'name'>[]
  /** Names that no unit bears, or more than one. */
  readonly unknown: readonly string[]
}

/** Units by full name first, then by a short name or alias that exactly one of them bears. */
export const unitsNamed = (
  names: readonly string[],
  known: readonly Pick<Unit, 'id' | 'name' | 'shortName' | 'aliases'>[],
): FoundUnits => {
  const found = names.map((name) => {
    const full = known.find((unit) => unit.name === name)
    const others = known.filter((unit) => unit.shortName === name || unit.aliases.includes(name))
    return { name, unit: full ?? (others.length === 1 ? others[0] : undefined) }
  })
  return {
    units: found.flatMap(({ unit }) => unit ?? []),
    unknown: found.flatMap(({ name, unit }) => (unit ? [] : [name])),
  }
}

const pageSize = 200

/** Every unit in use; a city has some hundreds. */
export const allUnits = async (): Promise<readonly Unit[]> => {
  const rows: Unit[] = []
  for (let page = 1; ; page += 1) {
    const reply = await call(listUnits, { query: { state: 'active', size: pageSize, page } })
    rows.push(...reply.rows)
    if (reply.rows.length < pageSize) return rows
  }
}
