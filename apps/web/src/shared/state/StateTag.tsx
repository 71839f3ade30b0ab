import styles from './state.module.css'

/**
 * What the colour and the mark repeat; the word says it.
 * `waiting` not begun · `going` under way · `done` settled · `stop` returned, overdue, refused · `heed` needs a look.
 */
export type Tone = 'waiting' | 'going' | 'done' | 'stop' | 'heed'

export interface StateTagProps {
  /** e.g. `t('已报送')`. */
  readonly word: string
  readonly tone: Tone
}

/** A state in words: 未填报 填报中 已报送 … The mark has its own shape for each tone, so that print and grey screens keep it. */
export const StateTag = ({ word, tone }: StateTagProps) => (
  <span className={styles.tag} data-tone={tone}>
    {word}
  </span>
)
