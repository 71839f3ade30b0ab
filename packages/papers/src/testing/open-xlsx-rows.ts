import ExcelJS from 'exceljs'

/** What a long workbook holds, read row by row: its sheets, how many rows the first has, the last of them, and the second sheet. */
export async function openXlsxRows(path: string) {
  const sheets: string[] = []
  const remarks: unknown[][] = []
  let [count, last]: [number, unknown[]] = [0, []]
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(path, { worksheets: 'emit', sharedStrings: 'cache' })
  for await (const sheet of reader) {
    sheets.push((sheet as unknown as { name: string }).name)
    for await (const row of sheet) {
      const values = (row.values as unknown[]).slice(1)
      if (sheets.length > 1) remarks.push(values)
      else [count, last] = [count + 1, values]
    }
  }
  return { sheets, count, last, remarks }
}
