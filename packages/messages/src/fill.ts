export type Params = Readonly<Record<string, string>>

const optionalPart = /\[([^[\]]*)\]/g
const placeholder = /\{([A-Za-z][A-Za-z0-9]*)\}/g

/** Names of the placeholders of a template, once each, in order of appearance. */
export const placeholdersOf = (template: string): string[] => [
  ...new Set([...template.matchAll(placeholder)].map((match) => match[1] as string)),
]

/**
 * Puts `params` into `{name}` places. A part in `[…]` is printed only when all its params are given, so that a text
 * stays a sentence where a caller knows less; elsewhere an absent param shows as `—`, never as an empty gap.
 */
export const fill = (template: string, params: Params = {}): string =>
  template
    .replace(optionalPart, (_, part: string) =>
      placeholdersOf(part).every((name) => Object.hasOwn(params, name)) ? part : '',
    )
    .replace(placeholder, (_, name: string) => (Object.hasOwn(params, name) ? (params[name] as string) : '—'))
