/** Figures that prose may name: where each stands, and what an official calls it. */
type Figures = readonly { readonly path: string; readonly name: string }[]

const swap = (
  prose: string,
  from: (figure: Figures[number]) => string,
  to: (figure: Figures[number]) => string,
  all: Figures,
) => {
  const known = new Map(all.map((figure) => [from(figure), to(figure)]))
  return prose.replace(/\{([^{}]*)\}/g, (whole, inside: string) => {
    const other = known.get(inside)
    return other === undefined ? whole : `{${other}}`
  })
}

/** `{count.units}` as an official reads it: `{考核对象数}`. */
export const withNames = (prose: string, figures: Figures): string =>
  swap(
    prose,
    ({ path }) => path,
    ({ name }) => name,
    figures,
  )

/** Back to the places in the locked version; a name that is none stays as typed and is refused by the server. */
export const withPaths = (prose: string, figures: Figures): string =>
  swap(
    prose,
    ({ name }) => name,
    ({ path }) => path,
    figures,
  )
