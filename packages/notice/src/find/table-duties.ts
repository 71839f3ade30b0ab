import { columnsOf, placesOf, type Role } from '../text/columns.ts'
import type { Context } from '../text/context.ts'
import type { Cell, Table } from '../text/document.ts'
import { placesIn } from '../text/places.ts'
import { type Placed, placed } from '../text/words.ts'
import type { Indicator } from './indicator.ts'
import { givesTasks } from './indicator-tables.ts'
import { type Owners, ownersIn } from './owner-names.ts'
import type { Responsibility } from './responsibilities.ts'

/** A cell with a dash or 无 names nobody. */
const empty = /^(?:[-—－–/\\\s]*|无|暂无)$/

/** Who answers, from the columns of tables of indicators: one record for each leaf whose row names somebody. */
export function tableDuties({ text, tables }: Context, indicators: readonly Indicator[]): readonly Responsibility[] {
  const leaves = indicators.filter(({ leaf }) => leaf)
  const leavesIn = placesIn(leaves, ({ name }) => name.at)
  const known = new Set(leaves.map(({ name }) => name.value))
  // Rows of tasks name the owner of an indicator again for each unit; where they alone name it, they are asked.
  return tables.flatMap((table) =>
    givesTasks(table) && leavesOf(table, leavesIn) === 0 ? [] : dutiesOf(text, table, known, leavesIn),
  )
}

const leavesOf = ({ rows }: Table, leavesIn: (cell: Cell) => readonly Indicator[]): number =>
  rows.reduce((sum, row) => sum + row.reduce((all, cell) => all + leavesIn(cell).length, 0), 0)

function dutiesOf(
  text: string,
  table: Table,
  known: ReadonlySet<string>,
  leavesIn: (cell: Cell) => readonly Indicator[],
): readonly Responsibility[] {
  const columns = columnsOf(table)
  if (
    !columns ||
    ![...'lead section support person contact liaison'.split(' ')].some(
      (role) => placesOf(columns, role as Role).length > 0,
    )
  )
    return []
  const named = placesOf(columns, 'name').length > 0
  return table.rows.slice(columns.first).flatMap((row): Responsibility[] => {
    const [first, last] = [row[0], row.at(-1)]
    if (!first || !last) return []
    const cellOf = (role: Role): Cell | undefined => {
      const [column] = placesOf(columns, role)
      const cell = column === undefined ? undefined : row[column]
      return cell && !empty.test(cell.text) ? cell : undefined
    }
    const value = (role: Role): Placed | null => {
      const cell = cellOf(role)
      return cell ? placed(text, cell, 0.93) : null
    }
    const span = { start: Math.min(...row.map(({ start }) => start)), end: Math.max(...row.map(({ end }) => end)) }
    const own = row
      .flatMap((cell) => leavesIn(cell).slice(-1))
      .reduce<Indicator | undefined>(
        (last, one) => (!last || one.name.at.start >= last.name.at.start ? one : last),
        undefined,
      )
    const task = cellOf('standard')
    const again = own
      ? undefined
      : placesOf(columns, 'name')
          .map((column) => row[column])
          .findLast((cell) => cell && known.has(cell.text))
    const subject =
      own?.name ??
      (again && placed(text, again, 0.93)) ??
      (named ? undefined : task && task.text.length <= 60 && placed(text, task, 0.9))
    const [leads = nobody, ...others] = placesOf(columns, 'lead').map((column) => ownersOf(text, row[column]))
    const { lead: leadUnit, section: behindLead } = leads
    const fellows = [...others, ownersOf(text, cellOf('support'))].flatMap(({ lead, supporters }) =>
      lead ? [lead, ...supporters] : supporters,
    )
    const supporters = [...leads.supporters, ...fellows]
    if (!subject || !(leadUnit ?? cellOf('section') ?? cellOf('person') ?? cellOf('leader') ?? cellOf('contact')))
      return []
    return [
      {
        ...span,
        indicator: subject,
        part: null,
        leadUnit,
        section: value('section') ?? behindLead,
        supporters,
        leader: value('leader'),
        person: value('person'),
        liaison: value('liaison'),
        contact: value('contact'),
        phone: value('phone'),
        mail: value('mail'),
      },
    ]
  })
}

const nobody: Owners = { lead: null, section: null, supporters: [] }

const ownersOf = (text: string, cell: Cell | undefined): Owners =>
  cell && !empty.test(cell.text) ? ownersIn(text, cell) : nobody
