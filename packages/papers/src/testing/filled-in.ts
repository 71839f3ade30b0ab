import ExcelJS from 'exceljs'

/** One line of a table, cell by cell from column A. */
export type Line = readonly string[]

const read = async (bytes: Buffer): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  return book
}

const firstSheet = (book: ExcelJS.Workbook): ExcelJS.Worksheet => {
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('a workbook without a sheet')
  return sheet
}

/** Title and heads stand in the first two rows. */
const firstRow = 3

/** The template as an official fills it in: the example line overwritten, the rest below. */
export const filledIn = async (template: Buffer, lines: readonly Line[]): Promise<Buffer> => {
  const book = await read(template)
  const sheet = firstSheet(book)
  for (const [down, line] of lines.entries())
    for (const [across, text] of line.entries())
      sheet.getRow(firstRow + down).getCell(across + 1).value = text === '' ? null : text
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** Typed into one column of the lines that another column names, as a person finds them by eye. */
export const typedInto = async (
  template: Buffer,
  {
    by,
    into,
    values,
  }: { readonly by: string; readonly into: string; readonly values: Readonly<Record<string, string>> },
): Promise<Buffer> => {
  const book = await read(template)
  const sheet = firstSheet(book)
  const at = (header: string): number => {
    const heads = sheet.getRow(firstRow - 1).values as readonly unknown[]
    return heads.findIndex(
      (_, column) => column > 0 && sheet.getCell(firstRow - 1, column).text.replace('*', '') === header,
    )
  }
  const [named, target] = [at(by), at(into)]
  sheet.eachRow((row, number) => {
    const value = values[row.getCell(named).text]
    if (number >= firstRow && value !== undefined) row.getCell(target).value = value
  })
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** What the cells of a marked workbook say is wrong with them, by address. */
export const notesIn = async (bytes: Buffer): Promise<Readonly<Record<string, string>>> => {
  const notes: Record<string, string> = {}
  firstSheet(await read(bytes)).eachRow((row) =>
    row.eachCell({ includeEmpty: true }, (cell) => {
      const text =
        typeof cell.note === 'string' ? cell.note : (cell.note?.texts ?? []).map((part) => part.text).join('')
      if (text.startsWith('【需修改】')) notes[cell.address] = text
    }),
  )
  return notes
}

export const cellOf = async (bytes: Buffer, address: string): Promise<string> =>
  String(firstSheet(await read(bytes)).getCell(address).value ?? '')
