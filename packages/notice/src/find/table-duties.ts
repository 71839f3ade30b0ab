import { columnsOf, placesOf, type Role } from '../text/columns.ts'
import type { Context } from '../text/context.ts'
import type { Cell, Table } from '../text/document.ts'
import { type Placed, placed, split } from '../text/words.ts'
import type { Indicator } from './indicator.ts'
import type { Responsibility } from './responsibilities.ts'

/** Who answers, from the columns of a table of indicators: one record for each leaf whose row names somebody. */
export function tableDuties(
  { text }: Context,
  table: Table,
  indicators: readonly Indicator[],
): readonly Responsibility[] {
  const columns = columnsOf(table)
  if (
    !columns ||
    ![...'lead section support person contact'.split(' ')].some((role) => placesOf(columns, role as Role).length > 0)
  )
    return []
  return table.rows.slice(columns.first).flatMap((row): Responsibility[] => {
    const [first, last] = [row[0], row.at(-1)]
    if (!first || !last) return []
    const cellOf = (role: Role): Cell | undefined => {
      const [column] = placesOf(columns, role)
      const cell = column === undefined ? undefined : row[column]
      return cell && cell.text !== '' ? cell : undefined
    }
    const value = (role: Role): Placed | null => {
      const cell = cellOf(role)
      return cell ? placed(text, cell, 0.93) : null
    }
    const span = { start: Math.min(...row.map(({ start }) => start)), end: Math.max(...row.map(({ end }) => end)) }
    const own = indicators
      .filter(({ leaf, name }) => leaf && row.some((cell) => name.at.start >= cell.start && name.at.end <= cell.end))
      .at(-1)
    const names = splitNames(text, cellOf('lead'))
    const supporters = [...names.slice(1), ...splitNames(text, cellOf('support'))]
    const [leadUnit = null] = names
    if (!own || (!leadUnit && !cellOf('section') && !cellOf('person'))) return []
    return [
      {
        ...span,
        indicator: own.name,
        part: null,
        leadUnit,
        section: value('section'),
        supporters,
        leader: value('leader'),
        person: value('person'),
        liaison: null,
        contact: value('contact'),
        phone: value('phone'),
        mail: null,
      },
    ]
  })
}

const splitNames = (text: string, cell: Cell | undefined): readonly Placed[] =>
  cell ? split(text, cell, '、，,；; ').map((piece) => placed(text, piece, 0.93)) : []
