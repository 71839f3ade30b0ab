import type { FileChild } from 'docx'

/** A stretch of paper that stands on pages of one orientation. */
export interface Stretch {
  readonly landscape: boolean
  readonly children: readonly FileChild[]
  /** On the next even page, which bears no number. */
  readonly back?: true
}

/** Joins neighbours of one orientation: a new section starts only where the page turns. */
export function joinStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const out: { landscape: boolean; children: FileChild[] }[] = []
  for (const { landscape, children } of stretches) {
    const last = out.at(-1)
    if (last?.landscape === landscape) last.children.push(...children)
    else if (children.length > 0) out.push({ landscape, children: [...children] })
  }
  return out
}
