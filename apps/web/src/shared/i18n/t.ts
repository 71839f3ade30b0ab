import i18next from 'i18next'

/** Values put into `{{name}}` of the text. */
export type TextValues = Readonly<Record<string, string | number>>

/**
 * The text in the reader's language. The Chinese source text is the key: `t('已报 {{count}} 家', { count })`.
 * Call it while rendering or handling, never at the top level of a module: the language is chosen before the
 * first render, but after the first modules are read. Keys are literals, so that `scripts/checks/i18n-web.mjs` sees them.
 */
export const t = (text: string, values?: TextValues): string => i18next.t(text, { ...values })
