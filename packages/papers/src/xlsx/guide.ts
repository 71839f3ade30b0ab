import type ExcelJS from 'exceljs'
import { headerText, type TableColumn, type TableValues } from './model.ts'
import { setText } from './pack.ts'
import { cellFont, fitRow } from './row-height.ts'
import { border, onePageWide, shaded } from './table-style.ts'

const kinds = { text: '文字', quantity: '数字', date: '日期（如2025-01-05）', choice: '从下拉列表选择' } as const

/** 填写说明: what each column wants, with one example, apart from the data so that nobody sends the example in. */
export function addGuide(workbook: ExcelJS.Workbook, columns: readonly TableColumn[], example: TableValues): void {
  const sheet = workbook.addWorksheet('填写说明')
  const head = ['列名', '是否必填', '类型', '说明', '示例']
  const widths = [24, 10, 22, 50, 30]
  const lines = columns.map((column) => [
    headerText(column),
    column.required ? '必填' : '选填',
    kinds[column.kind],
    [column.note, column.choices && `可选：${column.choices.join('、')}`].filter(Boolean).join('\n'),
    example[column.key] ?? '',
  ])
  for (const [at, line] of [head, ...lines].entries()) {
    fitRow(sheet.getRow(at + 1), line, widths)
    for (const [index, value] of line.entries()) {
      const cell = sheet.getCell(at + 1, index + 1)
      cell.style = {
        border,
        numFmt: '@',
        alignment: { vertical: 'middle', wrapText: true },
        font: { ...cellFont, bold: at === 0 },
        ...(at === 0 ? { fill: shaded } : {}),
      }
      setText(cell, value)
      sheet.getColumn(index + 1).width = widths[index] ?? 20
    }
  }
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
  sheet.pageSetup = { ...onePageWide }
}
