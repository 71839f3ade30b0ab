import type { Figure } from './model.ts'

const isFigure = (value: object): value is Figure =>
  'path' in value && typeof value.path === 'string' && 'text' in value && typeof value.text === 'string'

/** Every figure of a paper, sheet or part of one, in printing order. */
export function figuresOf(paper: unknown): readonly Figure[] {
  if (typeof paper !== 'object' || paper === null) return []
  if (isFigure(paper)) return [paper]
  return Object.values(paper).flatMap(figuresOf)
}

/** A figure whose text is not what the run holds; `expected` is absent where the run has no such path. */
export interface WrongFigure extends Figure {
  readonly expected?: string
}

/**
 * The figures of a paper that differ from the frozen run, by exact string.
 * @param lookup text of a path in the run, already rounded and written as the plan says; undefined where there is none
 */
export const wrongFigures = (paper: unknown, lookup: (path: string) => string | undefined): readonly WrongFigure[] =>
  figuresOf(paper).flatMap((figure) => {
    const expected = lookup(figure.path)
    if (expected === figure.text) return []
    return [expected === undefined ? figure : { ...figure, expected }]
  })
