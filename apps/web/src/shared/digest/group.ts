/** Four signs at a time, as one reads a code aloud. */
export const group = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')

/** What is shown of a long code: enough to tell two apart at a glance. */
export const shortOf = (code: string): string => group(code.slice(0, 16))
