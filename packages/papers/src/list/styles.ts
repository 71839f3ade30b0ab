const places = 16

/** Indexes into `cellXfs`. */
export const styleOf = { title: 1, head: 2, text: 3, guarded: 4, date: 5, plain: 6, number: 7 } as const

/** The style of a number that shows so many places. */
export const numberStyle = (decimals: number): number => styleOf.number + Math.min(decimals, places - 1)

const font = (size: number, bold: boolean) =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="宋体"/><charset val="134"/></font>`
const thin = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"/>`).join('')
const middle = '<alignment vertical="middle" wrapText="1"/>'
const centred = '<alignment horizontal="center" vertical="middle" wrapText="1"/>'
const fontOnly = (of: number) => `numFmtId="0" fontId="${of}" fillId="0" borderId="0" xfId="0" applyFont="1"`
const bordered = (format: number, more = '') =>
  `<xf ${more}numFmtId="${format}" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1">${middle}</xf>`

const numbers = Array.from({ length: places }, (_, decimals) => ({
  id: 164 + decimals,
  code: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`,
}))
const dateFormat = 164 + places

/** xl/styles.xml of every list. */
export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${places + 1}">${numbers
  .map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`)
  .join(
    '',
  )}<numFmt numFmtId="${dateFormat}" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="3">${font(11, false)}${font(14, true)}${font(11, true)}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDF1F7"/></patternFill></fill></fills><borders count="2"><border/><border>${thin}</border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${styleOf.number + places}"><xf ${fontOnly(0)}/><xf ${fontOnly(1)} applyAlignment="1">${centred}</xf><xf numFmtId="49" fontId="2" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${centred}</xf>${bordered(49)}${bordered(49, 'quotePrefix="1" ')}${bordered(dateFormat)}${bordered(0)}${numbers
  .map(({ id }) => bordered(id))
  .join('')}</cellXfs></styleSheet>`
