/** Text that a spreadsheet would take for a formula, or would carry out, when it is typed again or passes through a .csv. */
export const formulaLike = /^[=+\-@\t\r\n＝＋－＠]/

const guarded = /^'+(?=[=+\-@\t\r\n＝＋－＠])/

/** Text as a cell of a .csv, where nothing but an apostrophe before it keeps a spreadsheet from computing it. */
export const guard = (text: string): string => (formulaLike.test(text) || guarded.test(text) ? `'${text}` : text)

/** The text that `guard` was given. */
export const unguard = (cell: string): string => (guarded.test(cell) ? cell.slice(1) : cell)
