const field = /\{[^{}]*\}/g

/** Where digits are no figure of a result: titles of papers, their numbers, days, clauses, and terms in days. */
const allowed: readonly RegExp[] = [
  /《[^》]*》/g,
  /〔\d{4}〕\d+号/g,
  /\d{4}年(?:度)?(?:\d{1,2}月(?:\d{1,2}日)?)?/g,
  /\d{1,2}月(?:\d{1,2}日)?/g,
  /\d{1,2}日/g,
  /第\d+(?:条|款|项|次|届|号|期|季度)/g,
  /\d+个?(?:工作日|自然日|天|个月)(?:以?内|之内|前)/g,
]

const digits = /\d[\d,.]*%?/g

/**
 * Figures that somebody typed into prose: digits outside fields (`{path}`) that stand in none of the forms above. Full-width digits count
 * as digits. In the order of the text.
 */
export const typedFigures = (prose: string): readonly string[] => {
  const bare = allowed.reduce(
    (text, form) => text.replace(form, ' '),
    prose.replace(field, ' ').replace(/[０-９．％]/g, (mark) => mark.normalize('NFKC')),
  )
  return [...bare.matchAll(digits)].map(([text]) => text.replace(/[.,]$/, ''))
}

/** Paths that prose names, in order. */
export const namedFigures = (prose: string): readonly string[] =>
  [...prose.matchAll(field)].map(([text]) => text.slice(1, -1))
