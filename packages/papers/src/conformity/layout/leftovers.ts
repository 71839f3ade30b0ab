import type { OpenPackage } from '../file/parts.ts'
import { descendants, elementsOf } from '../file/xml.ts'
import type { PaperLayout } from './model.ts'

const changes = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'] as const

/** What must not leave the office with a paper: macros, comments, tracked changes, links to other files, embedded objects. */
export function leftoversOf({ paths, xml }: OpenPackage): PaperLayout['leftovers'] {
  const document = xml('word/document.xml')
  const has = (name: string): boolean => document !== undefined && !descendants(document, name).next().done
  const comments = xml('word/comments.xml')
  const relations = paths.filter((path) => path.endsWith('.rels'))
  const external = relations.some((path) =>
    elementsOf(xml(path)).some(({ attributes }) => attributes.TargetMode === 'External'),
  )
  const found: Readonly<Record<PaperLayout['leftovers'][number], boolean>> = {
    macros: paths.some((path) => /vbaProject|vbaData|activeX/i.test(path)),
    comments: comments !== undefined && elementsOf(comments).length > 0,
    changes: changes.some(has),
    external,
    objects: paths.some((path) => /embeddings\//i.test(path)),
  }
  return (Object.keys(found) as (keyof typeof found)[]).filter((name) => found[name])
}
