/** Four signs at a time, as one reads a code aloud; a code that is already parted stays as it is printed. */
export const group = (code: string): string => (/^\w+$/.test(code) ? code.replace(/(.{4})(?=.)/g, '$1 ') : code)

/** What is shown of a long code: enough to tell two apart at a glance. */
export const shortOf = (code: string): string => group(code.slice(0, 16))
