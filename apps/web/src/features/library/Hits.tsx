import { wordsAsked } from '@quanheng/domain/library/grams'
import styles from './library.module.css'
import type { Line } from './library.ts'
import { marked } from './marked.ts'

/** Clauses of one document in which every word stands that was looked for, the words marked. */
export const Hits = ({ hits, asked }: { readonly hits: Line['hits']; readonly asked: string }) => {
  const words = wordsAsked(asked)
  return hits.map(({ article, text }) => (
    <p key={article} className={styles.hit}>
      <strong>{article}</strong>
      {'　'}
      {marked(text, words).map(({ at, run, found }) =>
        found ? <mark key={at}>{run}</mark> : <span key={at}>{run}</span>,
      )}
    </p>
  ))
}
